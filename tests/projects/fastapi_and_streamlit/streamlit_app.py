import streamlit as st
import requests

API_URL = 'http://localhost:8000/predict'
st.title('Titanic')
age = st.slider('age', 0, 100)
if st.button('go'):
    r = requests.post(API_URL, json={'age': age})
    st.write(r.json())
