from app import app
from dash import html
layout = html.Div()
