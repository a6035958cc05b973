import os
from fastapi import FastAPI
from db import client

app = FastAPI()

@app.get('/ping')
async def ping():
    return 'Hello, I am alive'

if __name__ == '__main__':
    import uvicorn
    uvicorn.run(app, host='localhost', port=8000)
