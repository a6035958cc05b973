import pickle
from flask import Flask, request, jsonify

with open('model.bin', 'rb') as f_in:
    dv, model = pickle.load(f_in)

app = Flask('churn')

@app.route('/predict', methods=['POST'])
def predict():
    return jsonify({})

if __name__ == '__main__':
    app.run(debug=True, host='0.0.0.0', port=9696)
