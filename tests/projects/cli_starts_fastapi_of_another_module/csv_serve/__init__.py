from .app import create_app


def serve(folder, port=8000):
    import uvicorn

    uvicorn.run(create_app(folder), host="0.0.0.0", port=port)
