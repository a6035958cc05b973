import streamlit as st

def sidebar():
    st.sidebar.title('x')
