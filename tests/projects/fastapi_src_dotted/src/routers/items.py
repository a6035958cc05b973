from fastapi import APIRouter
router = APIRouter(prefix='/items')

@router.get('/')
async def all_items():
    return []
