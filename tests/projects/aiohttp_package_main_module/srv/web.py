import os
from aiohttp import web

def make_app():
    app = web.Application()
    app.add_routes([web.get('/health', lambda r: web.Response())])
    return app

def run():
    web.run_app(make_app(), port=int(os.getenv('PORT', 8099)))
