from .hey import app
