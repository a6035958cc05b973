from fastapi import FastAPI
from web.router import router

def get_app() -> FastAPI:
    app = FastAPI(docs_url=None)
    app.include_router(router=router, prefix='/api')
    return app
