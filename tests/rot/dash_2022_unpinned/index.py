import dash_bootstrap_components as dbc
import dash_core_components as dcc
import dash_html_components as html
import pandas as pd
import plotly.express as px
from dash import Dash
from dash.dependencies import Input, Output

df = pd.read_csv("data/sales.csv")
app = Dash(__name__, external_stylesheets=[dbc.themes.BOOTSTRAP])

app.layout = dbc.Container(
    [
        html.H2("Sales"),
        dcc.Dropdown(id="region", options=[{"label": r, "value": r} for r in df.region.unique()], value="north"),
        dcc.Graph(id="graph"),
    ]
)


@app.callback(Output("graph", "figure"), Input("region", "value"))
def update(region):
    return px.bar(df[df.region == region], x="month", y="amount")


if __name__ == "__main__":
    app.run_server(host="0.0.0.0", port=8050, debug=False)
