from flask import Flask
from flask_socketio import SocketIO
from flask_restx import Api, Resource

flask_app = Flask(__name__)
api = Api(flask_app)
socketio = SocketIO(flask_app, cors_allowed_origins="*")

@api.route("/ping")
class Ping(Resource):
    def get(self):
        return "pong"

def main():
    socketio.run(flask_app, host="0.0.0.0", port=9000)

if __name__ == "__main__":
    main()
