from aiohttp import web


class PromptServer:
    def __init__(self):
        self.app = web.Application()

    async def start(self, address, port):
        runner = web.AppRunner(self.app)
        await runner.setup()
        site = web.TCPSite(runner, address, port)
        await site.start()
