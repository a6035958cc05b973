from ray import serve
from fastapi import FastAPI

api = FastAPI()

@serve.deployment(num_replicas=1)
@serve.ingress(api)
class Model:
    @api.post('/')
    def infer(self, x: str) -> str:
        return x

app = Model.bind()
