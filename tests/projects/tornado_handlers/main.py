import tornado.ioloop
import tornado.web
from tornado.options import define, options

define('port', default=9999, type=int)

class MainHandler(tornado.web.RequestHandler):
    def get(self):
        self.write('hi')

def make_app():
    return tornado.web.Application([(r'/', MainHandler)])

if __name__ == '__main__':
    app = make_app()
    app.listen(options.port)
    tornado.ioloop.IOLoop.current().start()
