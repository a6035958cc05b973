import streamlit as st
import cv2

st.image(cv2.imread("a.png"))
