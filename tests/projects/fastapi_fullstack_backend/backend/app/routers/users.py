from fastapi import APIRouter
from app.models import Base
router = APIRouter(prefix='/users')
