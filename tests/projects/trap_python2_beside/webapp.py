from flask import Flask

server = Flask(__name__)

@server.route('/')
def x():
    return 'x'

if __name__ == '__main__':
    server.run('0.0.0.0', 8084)
