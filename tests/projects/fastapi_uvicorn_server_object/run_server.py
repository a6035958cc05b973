import asyncio
import uvicorn
from web.application import get_app

async def main():
    config = uvicorn.Config(get_app(), host='0.0.0.0', port=8077, log_level='info')
    server = uvicorn.Server(config)
    await server.serve()

if __name__ == '__main__':
    asyncio.run(main())
