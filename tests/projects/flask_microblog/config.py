import os
class Config:
    pass
