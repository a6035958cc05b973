import asyncio
import websockets

async def echo(ws):
    async for m in ws:
        await ws.send(m)

async def main():
    async with websockets.serve(echo, '0.0.0.0', 8767):
        await asyncio.Future()

asyncio.run(main())
