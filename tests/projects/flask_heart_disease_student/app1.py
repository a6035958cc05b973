import streamlit as st
st.title('try out')
