from aiohttp import web
import aiohttp_jinja2

async def index(request):
    return web.Response(text='x')

def init():
    app = web.Application()
    app.router.add_get('/', index)
    return app

if __name__ == '__main__':
    web.run_app(init(), host='0.0.0.0', port=8085)
