import panel as pn
import hvplot.pandas
from lib import frame

pn.extension()
pn.Column('# Hi', frame().hvplot()).servable()
