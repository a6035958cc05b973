import dash
from dash import html, dcc, Input, Output
import plotly.express as px

app = dash.Dash(__name__, external_stylesheets=[])
server = app.server
app.layout = html.Div([dcc.Graph(id='g')])

if __name__ == '__main__':
    app.run_server(debug=True)
