from nicegui import ui

def home():
    ui.label('x')
