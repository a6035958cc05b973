from dash import Dash, html

def init_dashboard(server):
    dash_app = Dash(server=server, routes_pathname_prefix='/dashapp/')
    dash_app.layout = html.Div()
    return dash_app.server
