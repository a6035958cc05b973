from fastapi import FastAPI
from model_server.settings import get_settings
import uvicorn

settings = get_settings()
app = FastAPI(root_path=settings.root)

@app.get(settings.health_path)
def h(): ...

def main() -> None:
    uvicorn.run(app, host=settings.host, port=settings.port)

if __name__ == '__main__':
    main()
