from flask import Flask
app = Flask(__name__)

@app.route('/')
def i():
    return ''

if __name__ == '__main__':
    app.run(port=5002)
