import shutil
import subprocess

from fastapi import FastAPI

app = FastAPI()
REVISION = subprocess.check_output(["git", "rev-parse", "HEAD"]) if shutil.which("sh") else b""


def text_of(path):
    command = f"pdftotext {path} -"
    return subprocess.getoutput(command)


def shrink(path):
    cmd = ["/usr/bin/ffmpeg", "-i", path, "out.mp4"]
    subprocess.run(cmd, check=True)
