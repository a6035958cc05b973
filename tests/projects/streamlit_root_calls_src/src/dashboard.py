import streamlit as st

def render():
    st.title('x')
    st.write('y')
