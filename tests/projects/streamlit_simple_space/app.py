import streamlit as st
from transformers import pipeline

@st.cache_resource
def load():
    return pipeline('summarization')

st.title('Summarize')
txt = st.text_area('text')
if txt:
    st.write(load()(txt))
