from .application import application as app

__all__ = ['app']
