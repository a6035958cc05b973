import argparse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Shelf(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"books\n")


def main():
    parser = argparse.ArgumentParser(description="Serves a shelf of books.")
    parser.add_argument("store", help="the file of the books")
    parser.add_argument("--address", default="localhost:7070")
    args = parser.parse_args()
    host, port = args.address.split(":")
    with ThreadingHTTPServer((host, int(port)), Shelf) as server:
        server.serve_forever()
