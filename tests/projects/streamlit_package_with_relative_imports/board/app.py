import streamlit as st

from . import data


def main():
    st.set_page_config(page_title="Board")
    st.title("Board")
    st.write(data.numbers())


if __name__ == "__main__":
    main()
