import gradio as gr


def shout(text):
    return text.upper() + "!"


demo = gr.Interface(fn=shout, inputs="text", outputs="text", title="Shout")

if __name__ == "__main__":
    demo.launch(server_name="0.0.0.0", server_port=7860)
