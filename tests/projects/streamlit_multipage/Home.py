import streamlit as st
from utils import load_data

st.set_page_config(page_title='Sales', layout='wide')
st.title('Sales')
df = load_data()
