from fastapi import FastAPI


def create_app():
    app = FastAPI()

    @app.get("/")
    def home():
        return {"tables": []}

    return app
