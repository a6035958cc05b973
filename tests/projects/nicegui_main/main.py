from nicegui import ui
from pages.home import home

@ui.page('/')
def index():
    home()

ui.run(title='x', port=8123, reload=False)
