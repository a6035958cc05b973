from shiny import App, render, ui

app_ui = ui.page_fluid(ui.input_slider('n', 'N', 0, 100, 20))

def server(input, output, session):
    pass

app = App(app_ui, server)
