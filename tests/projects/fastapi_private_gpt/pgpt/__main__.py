import uvicorn
from pgpt.main import app
from pgpt.settings import settings

uvicorn.run(app, host='0.0.0.0', port=settings().server.port, log_config=None)
