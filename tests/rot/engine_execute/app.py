from flask import Flask, jsonify
from sqlalchemy import create_engine
engine = create_engine('sqlite:///data.db')
app = Flask(__name__)
engine.execute('CREATE TABLE IF NOT EXISTS item (id integer primary key, name text)')

@app.route('/')
def items():
    rows = engine.execute('SELECT * FROM item').fetchall()
    return jsonify(items=[dict(r) for r in rows], word='inventory')

if __name__ == '__main__':
    app.run()
