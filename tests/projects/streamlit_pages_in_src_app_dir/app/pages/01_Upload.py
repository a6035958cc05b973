import streamlit as st
st.title('u')
