from dash import dcc, html
from dash.dependencies import Input, Output
from app import app, server
from apps import one

app.layout = html.Div([dcc.Location(id='url')])

if __name__ == '__main__':
    app.run_server(debug=False, host='0.0.0.0', port=8051)
