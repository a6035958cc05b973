from flask import Flask
app = Flask('main')

@app.route('/')
def i():
    return ''
