import os
from fastapi import FastAPI
import uvicorn

def build():
    api = FastAPI()

    @api.get("/")
    def index():
        return {}
    return api

def main():
    api = build()
    uvicorn.run(api, host="0.0.0.0", port=int(os.environ.get("PORT") or 3500))

if __name__ == "__main__":
    main()
