import streamlit as st
import pickle

movies = pickle.load(open('movies.pkl','rb'))
st.header('Movie Recommender System')
if st.button('Show'):
    pass
