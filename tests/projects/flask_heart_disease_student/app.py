from flask import Flask,render_template,request
import pickle
import numpy as np
model=pickle.load(open('model.pkl','rb'))
app=Flask(__name__)
@app.route('/')
def home():
    return render_template('index.html')
@app.route('/predict',methods=['POST'])
def predict():
    return ''
if __name__=='__main__':
    app.run(debug=True,use_reloader=False)
