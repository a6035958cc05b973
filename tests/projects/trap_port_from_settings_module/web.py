from flask import Flask as F

def make(cfg):
    f = F('web')
    f.config.from_object(cfg)
    return f
