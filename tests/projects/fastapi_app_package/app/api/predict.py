from fastapi import APIRouter

router = APIRouter()

@router.post('/')
def predict(x: int):
    return x
