from functools import lru_cache
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    host: str = '0.0.0.0'
    port: int = 8010
    root: str = ''
    health_path: str = '/healthz'

@lru_cache
def get_settings() -> Settings:
    return Settings()
