import importlib.metadata
import click
import uvicorn
from fastapi import FastAPI, applications
from app.config import CONFIG

app = FastAPI(title='Whisper')

@app.get('/', include_in_schema=False)
async def index():
    return ''

@click.command()
@click.option('-h', '--host', metavar='HOST', default='0.0.0.0')
@click.option('-p', '--port', metavar='PORT', default=9000)
def start(host: str, port: int | None = None):
    uvicorn.run(app, host=host, port=port)

if __name__ == '__main__':
    start()
