from flask import Flask
from flask_restful import Api, Resource
from flask_jwt import JWT, jwt_required
from flask_marshmallow import Marshmallow
app = Flask(__name__)
app.config['SECRET_KEY'] = 's'
api = Api(app)
ma = Marshmallow(app)
def auth(u, p): return None
def ident(p): return None
jwt = JWT(app, auth, ident)
class Hello(Resource):
    def get(self):
        return {'hello': 'world'}
api.add_resource(Hello, '/')
