import dash
import dash_core_components as dcc
import dash_html_components as html
from dash.dependencies import Input, Output

app = dash.Dash(__name__)
server = app.server

app.layout = html.Div(
    [
        html.H1("Exponents"),
        dcc.Slider(id="power", min=1, max=4, value=2),
        dcc.Graph(id="curve"),
    ]
)


@app.callback(Output("curve", "figure"), [Input("power", "value")])
def draw(power):
    xs = list(range(10))
    return {"data": [{"x": xs, "y": [x ** power for x in xs]}]}


if __name__ == "__main__":
    app.run_server(debug=True)
