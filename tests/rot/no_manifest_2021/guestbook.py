from flask import Flask, render_template_string, request
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:////tmp/guests.db"
app.config["SQLALCHEMY_TRACK_MODIFICATIONS"] = False
db = SQLAlchemy(app)


class Entry(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    text = db.Column(db.String(200))


@app.before_first_request
def create():
    db.create_all()


@app.route("/", methods=["GET", "POST"])
def index():
    if request.method == "POST":
        db.session.add(Entry(text=request.form["text"]))
        db.session.commit()
    return render_template_string("<h1>Guestbook</h1>{% for e in entries %}{{ e.text }}{% endfor %}", entries=Entry.query.all())


if __name__ == "__main__":
    app.run(debug=True)
