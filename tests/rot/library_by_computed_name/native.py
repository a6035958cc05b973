import ctypes

MAJOR = {"sndfile": 1}


def load(name):
    return ctypes.CDLL(f"lib{name}.so.{MAJOR[name]}")
