import yaml
import uvicorn
from fastapi import FastAPI

with open('config.yaml') as f:
    config = yaml.safe_load(f)

app = FastAPI()

if __name__ == '__main__':
    uvicorn.run(app, host=config['server']['host'], port=config['server']['port'])
