import gradio as gr
import torch
from fastai.vision.all import *

learn = load_learner('model.pkl')

def classify(img):
    return learn.predict(img)[0]

with gr.Blocks(theme='soft') as demo:
    i = gr.Image()
    o = gr.Label()
    gr.Button('go').click(classify, i, o)

demo.queue().launch()
