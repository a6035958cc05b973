from bokeh.io import curdoc
from bokeh.layouts import column

curdoc().add_root(column())
