import discord
from discord.ext import commands


class Music(commands.Cog):
    @commands.command()
    async def play(self, ctx, url):
        ctx.voice_client.play(discord.FFmpegPCMAudio(url))


async def setup(bot):
    await bot.add_cog(Music(bot))
