import socketio
from fastapi import FastAPI

fastapi_app = FastAPI()
sio = socketio.AsyncServer(async_mode='asgi')
app = socketio.ASGIApp(sio, other_asgi_app=fastapi_app)

@fastapi_app.get('/healthz')
def healthz():
    return 'ok'
