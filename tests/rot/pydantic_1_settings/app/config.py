from pydantic import BaseSettings


class Settings(BaseSettings):
    name: str = "demo"
    debug: bool = False

    class Config:
        env_prefix = "APP_"


settings = Settings()
