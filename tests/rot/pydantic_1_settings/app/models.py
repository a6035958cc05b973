from typing import Optional

from pydantic import BaseModel, root_validator, validator


class Item(BaseModel):
    name: str
    price: float
    note: Optional[str]

    @validator("price")
    def positive(cls, value):
        assert value > 0
        return value

    @root_validator
    def tidy(cls, values):
        return values
