from settings import Config, HOST
from web import make

application = make(Config)

if __name__ == '__main__':
    application.run(host=HOST, port=Config.PORT)
