import gradio as gr
from core.engine import Engine

def build():
    with gr.Blocks() as demo:
        gr.Markdown('hi')
    return demo

def launch_app():
    demo = build()
    demo.launch(server_name='0.0.0.0', server_port=8899, share=False)
