import ctypes

from fastapi import FastAPI

from native import load

sound = load("sndfile")
sound.sf_version_string.restype = ctypes.c_char_p
app = FastAPI()


@app.get("/")
def version():
    return {"version": sound.sf_version_string().decode()}
