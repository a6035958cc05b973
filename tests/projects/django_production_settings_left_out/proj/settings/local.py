SECRET_KEY = "a"
DEBUG = True
ROOT_URLCONF = "proj.urls"
WSGI_APPLICATION = "proj.wsgi.application"
INSTALLED_APPS = ["django.contrib.staticfiles"]
STATIC_URL = "/static/"
