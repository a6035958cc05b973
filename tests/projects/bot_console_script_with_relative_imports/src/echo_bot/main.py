import asyncio

from aiogram import Bot, Dispatcher

from .handlers import router


async def main():
    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    await dispatcher.start_polling(Bot("token"))


def run():
    asyncio.run(main())


if __name__ == "__main__":
    run()
