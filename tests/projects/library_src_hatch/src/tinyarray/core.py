import numpy as np

class Array: ...

if __name__ == '__main__':
    print(Array())
