import asyncio
import os

import discord
from discord.ext import commands

bot = commands.Bot(command_prefix="!", intents=discord.Intents.all())


async def main():
    for name in os.listdir("./cogs"):
        if name.endswith(".py"):
            await bot.load_extension(f"cogs.{name[:-3]}")
    await bot.start(os.environ["TOKEN"])


asyncio.run(main())
