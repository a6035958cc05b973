import os

import streamlit.web.bootstrap

page = os.path.join(os.path.dirname(__file__), "1_Measure.py")
streamlit.web.bootstrap.run(page, False, [], {})
