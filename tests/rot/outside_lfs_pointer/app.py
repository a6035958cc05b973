import joblib
from flask import Flask

model = joblib.load("model.joblib")
app = Flask(__name__)


@app.route("/")
def index():
    return str(model.predict([[1.0]]))
