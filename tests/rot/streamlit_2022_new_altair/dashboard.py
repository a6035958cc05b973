import numpy as np
import pandas as pd
import streamlit as st

st.title("Random walk")
steps = st.slider("steps", 10, 500, 100)
st.line_chart(pd.DataFrame(np.random.randn(steps).cumsum(), columns=["position"]))
