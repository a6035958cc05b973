import asyncio

import server
from cli.arguments import args


async def run(prompt_server, address="", port=0):
    await prompt_server.start(address, port)


if __name__ == "__main__":
    asyncio.run(run(server.PromptServer(), args.listen, args.port))
