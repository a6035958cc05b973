import argparse
import gradio as gr
from modules.ui import create_ui

parser = argparse.ArgumentParser()
parser.add_argument('--server-name', type=str, default='0.0.0.0')
parser.add_argument('--server_port', type=int, default=7865)
cmd_opts = parser.parse_args()

def webui():
    demo = create_ui()
    demo.queue(64).launch(server_name=cmd_opts.server_name, server_port=cmd_opts.server_port, share=True)

if __name__ == '__main__':
    webui()
