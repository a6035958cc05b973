from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    PROJECT_NAME: str = 'ml api'
    DATABASE_URL: str

settings = Settings()
