import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--listen", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8188, help="Set the listen port.")
args = parser.parse_args()
