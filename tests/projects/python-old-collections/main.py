import collections

from flask import Flask

app = Flask(__name__)


def merge(left, right):
    for key, value in right.items():
        if isinstance(value, collections.Mapping):
            left[key] = merge(left.get(key, {}), value)
        else:
            left[key] = value
    return left
