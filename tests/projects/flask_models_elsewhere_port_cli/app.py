import sys
from flask import Flask
app = Flask(__name__)

if __name__ == '__main__':
    try:
        port = int(sys.argv[1])
    except Exception:
        port = 12345
    app.run(port=port, debug=True)
