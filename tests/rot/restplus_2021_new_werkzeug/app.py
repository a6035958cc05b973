from flask import Flask
from flask_restplus import Api, Resource, fields

app = Flask(__name__)
api = Api(app, version="1.0", title="Bookshelf", description="What is on the shelf")
shelf = api.namespace("books", description="Books")
book = api.model("Book", {"id": fields.Integer(readonly=True), "title": fields.String(required=True)})
books = [{"id": 1, "title": "Don Quijote"}]


@shelf.route("/")
class Books(Resource):
    @shelf.marshal_list_with(book)
    def get(self):
        return books

    @shelf.expect(book)
    @shelf.marshal_with(book, code=201)
    def post(self):
        books.append({"id": len(books) + 1, "title": api.payload["title"]})
        return books[-1], 201


if __name__ == "__main__":
    app.run(debug=True)
