from fastapi import APIRouter
from config import settings

router = APIRouter()

@router.get('/')
def root():
    return {}
