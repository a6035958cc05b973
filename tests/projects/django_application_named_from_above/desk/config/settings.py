SECRET_KEY = "only for this test"
ROOT_URLCONF = "desk.config.urls"
# As seen from the repository that this folder was taken out of.
WSGI_APPLICATION = "samples.desk.config.wsgi.application"
