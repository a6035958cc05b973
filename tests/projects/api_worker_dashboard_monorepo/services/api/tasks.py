from celery import Celery
celery = Celery('api', broker='redis://redis')
score = celery.signature('score')
