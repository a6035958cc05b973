import streamlit as st
import requests

API_URL = 'http://localhost:8000'
st.title('x')
requests.get(API_URL)
