import argparse

import uvicorn

from board.app import create_app


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command", nargs="?", choices=["mcp", "serve"])
    parser.add_argument("--port", type=int, default=8300)
    args = parser.parse_args()
    if args.command == "mcp":
        from board.mcp_server import run_mcp_server

        run_mcp_server()
        return
    app = create_app()
    uvicorn.run(app, host="127.0.0.1", port=args.port)


if __name__ == "__main__":
    main()
