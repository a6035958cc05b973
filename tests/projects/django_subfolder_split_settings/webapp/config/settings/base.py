WSGI_APPLICATION = "config.wsgi.application"
INSTALLED_APPS = ['predictor']
