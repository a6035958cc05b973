import os
import discord
from discord.ext import commands
from keep_alive import keep_alive

bot = commands.Bot(command_prefix='!', intents=discord.Intents.all())

@bot.event
async def on_ready():
    print('ready')

keep_alive()
bot.run(os.environ['TOKEN'])
