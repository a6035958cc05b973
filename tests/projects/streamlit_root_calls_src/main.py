from src.dashboard import render

render()
