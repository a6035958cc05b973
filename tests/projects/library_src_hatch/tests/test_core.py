from tinyarray import Array
