config = {
    'HOST': '0.0.0.0',
    'PORT': 5400,
}
