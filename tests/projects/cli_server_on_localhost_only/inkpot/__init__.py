from http.server import HTTPServer, SimpleHTTPRequestHandler


def main():
    HTTPServer(("localhost", 7171), SimpleHTTPRequestHandler).serve_forever()
