import gradio as gr

def create_ui():
    with gr.Blocks() as interface:
        gr.Textbox()
    return interface
