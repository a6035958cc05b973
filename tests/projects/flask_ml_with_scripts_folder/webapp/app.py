from flask import Flask
import os

app = Flask(__name__, template_folder='templates')

@app.route('/', methods=['GET'])
def index():
    return ''

if __name__ == '__main__':
    port = int(os.environ.get('PORT', 33507))
    app.run(host='0.0.0.0', port=port)
