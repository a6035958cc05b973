import streamlit as st

st.set_page_config('x')
st.title('x')
