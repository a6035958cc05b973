from discord.ext import commands

class Music(commands.Cog): ...

async def setup(bot):
    await bot.add_cog(Music(bot))
