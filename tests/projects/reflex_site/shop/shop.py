import reflex as rx

def index():
    return rx.text('x')

app = rx.App()
app.add_page(index)
