from __future__ import annotations
import bentoml
from transformers import pipeline


@bentoml.service(resources={'cpu': '2'}, traffic={'timeout': 10})
class Summarization:
    def __init__(self) -> None:
        self.pipeline = pipeline('summarization')

    @bentoml.api
    def summarize(self, text: str) -> str:
        return self.pipeline(text)[0]['summary_text']
