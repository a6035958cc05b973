from server.http import build_server

if __name__ == '__main__':
    build_server().run(host='0.0.0.0', port=5100)
