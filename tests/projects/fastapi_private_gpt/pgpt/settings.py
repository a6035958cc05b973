from pydantic import BaseModel, Field
class ServerSettings(BaseModel):
    port: int = Field(8002, description='Port')

class Settings(BaseModel):
    server: ServerSettings

def settings() -> Settings:
    return Settings()
