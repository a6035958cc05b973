from flask import Flask, Response
import cv2, numpy as np
from PIL import Image
app = Flask(__name__)
@app.route('/')
def index():
    img = Image.fromarray(np.zeros((10, 10, 3), dtype=np.uint8)).resize((5, 5), Image.ANTIALIAS)
    a = np.array(img).astype(np.int)
    return 'thumbnail %s' % (cv2.cvtColor(a.astype('uint8'), cv2.COLOR_BGR2GRAY).shape,)
app.run()
