INSTALLED_APPS = [
    'daphne',
    'channels',
    'rooms',
]
ASGI_APPLICATION = 'chat.asgi.application'
WSGI_APPLICATION = 'chat.wsgi.application'
