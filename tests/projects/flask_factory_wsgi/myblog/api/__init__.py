from flask import Blueprint, jsonify

api = Blueprint('api', __name__)


@api.route('/healthz')
def healthz():
    return jsonify(status='ok')
