import os
TOKEN = os.getenv('TOKEN')
