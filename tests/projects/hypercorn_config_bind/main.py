import asyncio
from hypercorn.config import Config
from hypercorn.asyncio import serve
from quart import Quart

app = Quart(__name__)

@app.route('/ready')
async def ready():
    return ''

if __name__ == '__main__':
    config = Config()
    config.bind = ['0.0.0.0:8443']
    asyncio.run(serve(app, config))
