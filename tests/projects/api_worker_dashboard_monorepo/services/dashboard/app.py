import streamlit as st
import requests
st.title('x')
requests.get('http://api:8000')
