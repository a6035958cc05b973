from flask import Flask, render_template, request, redirect

app = Flask(__name__)
todos = []


@app.route("/")
def index():
    return render_template("index.html", todos=todos)


@app.route("/add", methods=["POST"])
def add():
    todos.append(request.form["text"])
    return redirect("/")


if __name__ == "__main__":
    app.run(debug=True)
