"""What the source uses of packages that only their old releases have."""

import pytest

from dockerize_ml.facts.finding.old_uses import old_uses

USES = {
    "the old interface of OpenAI": ("import openai\nopenai.ChatCompletion.create()\n", "openai<1"),
    "LangChain before it was taken apart": ("from langchain.llms import OpenAI\n", "langchain<0.2"),
    "chains": ("from langchain.chains import LLMChain\n", "langchain<1"),
    "numpy's old names": ("import numpy as np\nx = np.float(1)\n", "numpy<1.24"),
    "numpy's names for not a number": ("import numpy as np\nx = np.NaN\n", "numpy<2"),
    "Markup out of Flask": ("from flask import Flask, Markup\n", "flask<3"),
    "sessions of TensorFlow": ("import tensorflow as tf\ns = tf.Session()\n", "tensorflow<2"),
    "the tutorial's digits": ("from tensorflow.examples.tutorials.mnist import input_data\n", "tensorflow<2"),
    "a rate of learning": ("from keras.optimizers import Adam\nopt = Adam(lr=0.1)\n", "keras<3"),
    "a frame that grows": ("import pandas as pd\ndf = df.append(row)\n", "pandas<2"),
    "a row of a frame of somebody else's": (
        "from pandas import read_csv\ntable = table.append(row, ignore_index=True)\n",
        "pandas<2",
    ),
    "items of a frame": ("from pandas import DataFrame\nfor a in d.iteritems(): pass\n", "pandas<2"),
    "a column filled in place": ("import pandas as pd\ndf['a'].fillna(0, inplace=True)\n", "pandas<3"),
    "a month": ("import pandas as pd\ndf.resample('M').sum()\n", "pandas<3"),
    "cross validation": ("from sklearn.cross_validation import KFold\n", "scikit-learn<0.20"),
    "an encoder": (
        "from sklearn.preprocessing import OneHotEncoder\ne = OneHotEncoder(sparse=False)\n",
        "scikit-learn<1.4",
    ),
    "pictures of SciPy": ("from scipy.misc import imread, imresize\n", "scipy<1.2"),
    "a style": ("import matplotlib.pyplot as plt\nplt.style.use('seaborn-whitegrid')\n", "matplotlib<3.8"),
    "a cascade": ("import cv2\nc = cv2.CascadeClassifier('a.xml')\n", "opencv-python<5"),
    "the size of a text": ("from PIL import ImageDraw\nw, h = draw.textsize('a')\n", "pillow<10"),
    "tables outside of the application": (
        "from flask_sqlalchemy import SQLAlchemy\ndb.create_all()\n",
        "flask-sqlalchemy<3",
    ),
    "tables where it is started": (
        "from flask_sqlalchemy import SQLAlchemy\nif __name__ == '__main__':\n    db.create_all()\n    app.run()\n",
        "flask-sqlalchemy<3",
    ),
    "a query of the engine": ("from sqlalchemy import create_engine\nengine.execute('select 1')\n", "sqlalchemy<2"),
    "what a schema makes": ("import marshmallow\nx = schema.dump(user).data\n", "marshmallow<3"),
    "what is wrong with it": ("from marshmallow import Schema\ndata, errors = schema.load(body)\n", "marshmallow<3"),
    "a template": (
        "from fastapi.templating import Jinja2Templates\nreturn t.TemplateResponse('a.html', {'request': r})\n",
        "starlette<1",
    ),
    "a field": ("from pydantic import Field\nx: str = Field(..., regex='a')\n", "pydantic<2"),
    "addresses of Django": ("from django.conf.urls import include, url\n", "django<4"),
    "a key without a rule": ("from django.db import models\nowner = models.ForeignKey(User)\n", "django<2"),
    "columns": ("import streamlit as st\na, b = st.beta_columns(2)\n", "streamlit<1.23"),
    "a cache": ("import streamlit as st\n@st.cache\ndef f(): ...\n", "streamlit<1.62"),
    "inputs of Gradio": ("import gradio as gr\ngr.inputs.Image()\n", "gradio<4"),
    "a bot without intents": (
        "from discord.ext import commands\nb = commands.Bot(command_prefix='!')\n",
        "discord-py<2",
    ),
}


@pytest.mark.parametrize(("source", "limit"), USES.values(), ids=USES)
def test_what_only_old_releases_have(source: str, limit: str) -> None:
    assert limit in {f"{use.api.distributions[0]}{use.api.versions}" for use in old_uses([("app.py", source)])}


QUIET = {
    "numpy's present names": "x = np.float32(1)\ny = np.int64(2)\nz = np.bool_(True)\nf = np.str_('a')\n",
    "the new interface of OpenAI": "client = openai.OpenAI()\nclient.chat.completions.create()\n",
    "LangChain's core": "from langchain_core.prompts import PromptTemplate\n",
    "TensorFlow 2": "m = tf.keras.Sequential()\nfrom keras.optimizers import Adam\no = Adam(learning_rate=1)\n",
    "TensorFlow 1 within 2": "import tensorflow.compat.v1 as tf\ntf.placeholder('a')\n",
    "an escape of another library": "from html import escape\nfrom markupsafe import Markup\n",
    "a list that grows": "import pandas as pd\nrows.append(row)\nx = [1]\nx.append(2)\n",
    "items of Python 2": "for k, v in d.iteritems(): pass\n",
    "a column that is given": "import pandas as pd\ndf['a'] = df['a'].fillna(0)\ndf.fillna(0, inplace=True)\n",
    "the end of a month": "import pandas as pd\ndf.resample('ME').sum()\n",
    "a style of today": "import matplotlib.pyplot as plt\nplt.style.use('seaborn-v0_8-whitegrid')\n",
    "a template of today": "import fastapi\nt.TemplateResponse(request, 'a.html', {'a': 1})\n",
    "a template of Django": "from django.template import response\nresponse.TemplateResponse(request, 'a', {})\n",
    "tables within the application": (
        "import flask_sqlalchemy\nif __name__ == '__main__':\n    with app.app_context():\n        db.create_all()\n"
    ),
    "a query of a connection": "from sqlalchemy import text\nconnection.execute(text('select 1'))\n",
    "either": "try:\n    from jinja2 import Markup\nexcept ImportError:\n    from markupsafe import Markup\n",
    "a key with a rule": "from django.db import models\nowner = models.ForeignKey(User, on_delete=models.CASCADE)\n",
    "a cache of today": "import streamlit as st\n@st.cache_data\ndef f(): ...\n",
    "a bot with intents": "from discord.ext import commands\nb = commands.Bot('!', intents=intents)\n",
    # As many ways to read the spaces of each line as it has spaces: a pattern that tries them all never ends.
    "deep lines": "import flask_sqlalchemy\nif __name__ == '__main__':\n" + (" " * 40 + "step()\n") * 9,
    "weights": "import torch\nmodel.load_state_dict(torch.load('a.pth'))\nmodel.eval()\n",
}


@pytest.mark.parametrize("source", QUIET.values(), ids=QUIET)
def test_what_newer_releases_have_too(source: str) -> None:
    assert [use.words for use in old_uses([("app.py", source)])] == []


def test_the_first_place_counts_and_a_file_that_gets_by_speaks_for_all() -> None:
    used = "import pandas as pd\n\npd.datetime.now()\n"
    (use,) = old_uses([("a.py", "x = 1\n"), ("b.py", used), ("c.py", used)])
    assert (str(use.at), use.words) == ("b.py:3", "pd.datetime")
    both = "try:\n    from jinja2 import Markup\nexcept ImportError:\n    Markup = str\n"
    assert not list(old_uses([("a.py", "from jinja2 import Markup\n"), ("b.py", both)]))
