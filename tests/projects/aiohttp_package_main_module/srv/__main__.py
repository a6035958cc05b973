from srv.web import run

run()
