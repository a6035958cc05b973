from claudette import *
from fasthtml.common import *

app = FastHTML(hdrs=(picolink,))
chat = Chat(models[-1])


@app.get
def index():
    return Titled("Chat")


serve()
