import streamlit as st
from components.sidebar import sidebar
import pandas as pd

def main():
    st.header('dash')
    sidebar()

if __name__ == '__main__':
    main()
