import os
class CONFIG:
    X = os.getenv('X')
