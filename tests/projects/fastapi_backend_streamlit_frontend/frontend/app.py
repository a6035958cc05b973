import os
import requests
import streamlit as st

BACKEND_URL = os.getenv('BACKEND_URL', 'http://backend:8000')
st.title('x')
st.write(requests.get(BACKEND_URL + '/health').json())
