import os
import pickle
from pathlib import Path

import joblib
import pandas as pd
from flask import Flask

from settings import SCALER

BASE = Path(__file__).resolve().parent.parent
app = Flask(__name__)
model = joblib.load(BASE / "models" / "forest.joblib")
scaler = pickle.load(open(SCALER, "rb"))
with open(os.path.join(os.path.dirname(__file__), "..", "models", "labels.pkl"), "rb") as file:
    labels = pickle.load(file)
missing = joblib.load(os.environ.get("EXTRA_MODEL", "models/extra.joblib"))
