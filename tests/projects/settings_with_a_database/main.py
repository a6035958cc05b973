import yaml
from aiohttp import web


def load_config():
    with open("settings.yaml") as source:
        return yaml.safe_load(source)


async def index(request):
    return web.Response(text="ok")


def main():
    config = load_config()
    app = web.Application()
    app["db"] = config["database"]
    app.router.add_get("/", index)
    web.run_app(app, host=config["host"], port=config["port"])


if __name__ == "__main__":
    main()
