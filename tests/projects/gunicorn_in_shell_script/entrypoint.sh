#!/bin/sh
set -e
python manage.py db upgrade
exec gunicorn --bind 0.0.0.0:6000 'app:create_app()'
