import gradio as gr
import sys
sys.path.append('.')
from model.net import Net

with gr.Blocks() as demo:
    gr.Image()

if __name__ == '__main__':
    demo.launch()
