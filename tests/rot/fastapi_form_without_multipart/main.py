from fastapi import FastAPI, File, Form, UploadFile

app = FastAPI()


@app.get("/")
def index():
    return {"hint": "POST a file to /upload"}


@app.post("/upload")
async def upload(name: str = Form(...), file: UploadFile = File(...)):
    return {"name": name, "size": len(await file.read())}
