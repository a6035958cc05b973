import streamlit as st


def main():
    st.title("Measure")


if __name__ == "__main__":
    main()
