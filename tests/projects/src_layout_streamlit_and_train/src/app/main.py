import streamlit as st
from src.models.predict import predict

st.title('House prices')
