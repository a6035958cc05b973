from flask import Flask, jsonify
from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.ext.declarative import declarative_base

app = Flask(__name__)
engine = create_engine("sqlite:////tmp/notes.db")
Base = declarative_base()


class Note(Base):
    __tablename__ = "notes"
    id = Column(Integer, primary_key=True)
    text = Column(String(200))


Base.metadata.create_all(engine)
engine.execute("insert into notes (text) values ('first')")


@app.route("/notes")
def notes():
    return jsonify([row["text"] for row in engine.execute("select text from notes")])


if __name__ == "__main__":
    app.run(host="0.0.0.0")
