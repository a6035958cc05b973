"""Background work: how often each word stands in a text."""

import os
from collections import Counter

from celery import Celery

app = Celery(
    "tasks",
    broker=os.environ.get("CELERY_BROKER_URL", "redis://localhost:6379/0"),
    backend=os.environ.get("CELERY_RESULT_BACKEND", "redis://localhost:6379/1"),
)
app.conf.broker_connection_retry_on_startup = True


@app.task
def count_words(text: str) -> dict[str, int]:
    return dict(Counter(text.lower().split()).most_common(20))
