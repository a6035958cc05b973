from .core import Array
