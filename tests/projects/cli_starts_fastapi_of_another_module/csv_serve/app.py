from fastapi import FastAPI


def create_app(folder):
    app = FastAPI(title=folder)
    return app
