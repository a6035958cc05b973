import os
HOST = '0.0.0.0'

class Base:
    PORT = int(os.environ.get('WEB_PORT', 8766))

class Config(Base):
    DEBUG = False
