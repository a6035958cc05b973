from api import api
from flask_restful import Resource

class Health(Resource):
    def get(self):
        return 'ok'

api.add_resource(Health, '/health')
