from celery import Celery
app = Celery('w', broker='redis://redis')
@app.task(name='score')
def score():
    pass
