import asyncio, os
import uvicorn
from fastapi import FastAPI
from aiogram import Bot, Dispatcher

app = FastAPI()
dp = Dispatcher()

@app.get('/')
def root():
    return 'alive'

async def main():
    bot = Bot(os.environ['T'])
    server = uvicorn.Server(uvicorn.Config(app, host='0.0.0.0', port=int(os.environ.get('PORT', 8000))))
    await asyncio.gather(server.serve(), dp.start_polling(bot))

if __name__ == '__main__':
    asyncio.run(main())
