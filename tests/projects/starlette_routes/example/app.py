from starlette.applications import Starlette
from starlette.routing import Route
from starlette.responses import PlainTextResponse
import uvicorn

async def home(request):
    return PlainTextResponse('x')

routes = [Route('/', home)]
application = Starlette(debug=True, routes=routes)

if __name__ == '__main__':
    uvicorn.run('example.app:application', port=8000)
