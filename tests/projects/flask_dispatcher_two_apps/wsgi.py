from werkzeug.middleware.dispatcher import DispatcherMiddleware
from main_app import app as main
from admin_app import app as admin

application = DispatcherMiddleware(main, {'/admin': admin})
