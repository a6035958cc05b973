from fastapi import FastAPI


class PredictionServer:
    def __init__(self, name="svc"):
        self.app = FastAPI(title=name)
        self._routes()

    def _routes(self):
        @self.app.get("/livez")
        def livez():
            return "ok"


server = PredictionServer()
app = server.app
