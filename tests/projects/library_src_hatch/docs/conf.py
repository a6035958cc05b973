project = 'tinyarray'
