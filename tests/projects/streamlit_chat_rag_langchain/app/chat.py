import os
import streamlit as st
from langchain_openai import ChatOpenAI
from app.rag import retriever

os.environ['OPENAI_API_KEY']
st.set_page_config('RAG')
for m in st.session_state.get('messages', []):
    st.chat_message(m['role'])
