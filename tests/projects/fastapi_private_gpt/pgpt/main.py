from pgpt.launcher import create_app
from pgpt.di import global_injector

app = create_app(global_injector)
