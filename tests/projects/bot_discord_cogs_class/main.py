import asyncio
from core.bot import MyBot
from core import config

async def run():
    async with MyBot() as bot:
        await bot.start(config.TOKEN)

asyncio.run(run())
