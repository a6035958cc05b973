from pydantic import BaseSettings, Field

class Settings(BaseSettings):
    host: str = '0.0.0.0'
    port: int = Field(8081, env='APP_PORT')

settings = Settings()
