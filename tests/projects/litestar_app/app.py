from litestar import Litestar, get

@get('/')
async def hello() -> dict[str, str]:
    return {'a': 'b'}

app = Litestar([hello])
