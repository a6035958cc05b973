from flask import Blueprint
bp = Blueprint('v', __name__)

@bp.route('/')
def home():
    return 'x'
