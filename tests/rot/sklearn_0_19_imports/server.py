from flask import Flask, jsonify
from sklearn.externals import joblib
from sklearn.preprocessing import Imputer
from sklearn.cross_validation import train_test_split
import numpy as np
app = Flask(__name__)
@app.route('/ping')
def ping():
    i = Imputer(strategy='mean').fit_transform(np.array([[1.0], [float('nan')]]))
    return jsonify(ok=True, v=i.tolist())
@app.route('/')
def root():
    return 'credit scorer'
app.run(host='0.0.0.0', port=5005)
