import argparse
import uvicorn

def parse():
    p = argparse.ArgumentParser()
    p.add_argument("--host", default="0.0.0.0")
    p.add_argument("--port", type=int, default=7000)
    return p.parse_args()

if __name__ == "__main__":
    args = parse()
    uvicorn.run("server.app:app", host=args.host, port=args.port, workers=2)
