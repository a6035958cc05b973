from fastapi import APIRouter
from app.api import predict, health

api_router = APIRouter()
api_router.include_router(health.router, tags=['health'])
api_router.include_router(predict.router, prefix='/predict')
