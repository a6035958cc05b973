from fastapi import FastAPI
import joblib

app = FastAPI(title='Titanic')
model = joblib.load('model.joblib')

@app.get('/')
def home():
    return 'ok'

@app.post('/predict')
def predict(d: dict):
    return {'p': int(model.predict([list(d.values())])[0])}
