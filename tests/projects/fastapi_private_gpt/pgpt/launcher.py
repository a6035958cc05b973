from fastapi import FastAPI

def create_app(root_injector) -> FastAPI:
    app = FastAPI(dependencies=[])
    return app
