import gradio as gr
from chat.llm import reply

def main():
    gr.ChatInterface(reply, type='messages').launch(server_name='0.0.0.0', server_port=int(__import__('os').getenv('GRADIO_PORT', '7861')))

if __name__ == '__main__':
    main()
