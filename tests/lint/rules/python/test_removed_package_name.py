CATCHES = {
    "sklearn": "RUN pip install ⟦sklearn⟧",
    "pytorch": "RUN pip install numpy ⟦pytorch⟧ pandas",
    "tensorflow-gpu": "RUN pip install --no-cache-dir tensorflow-gpu",
    "with an underscore": "RUN pip install tensorflow_gpu",
    "by uv": "RUN uv pip install --system sklearn",
    "as a module": "RUN python -m pip install -U sklearn",
    "PIL": "RUN pip install PIL",
    "in quotes": 'RUN pip install "numpy" ⟦cv2⟧',
}

STAYS_QUIET = {
    "the right name": "RUN pip install scikit-learn torch tensorflow",
    "an old version": "RUN pip install tensorflow-gpu==2.10.1",
    "an old version of sklearn": "RUN pip install sklearn==0.0",
    "with a bound": 'RUN pip install "tensorflow-gpu<2.11"',
    "another index": "RUN pip install --extra-index-url https://pypi.example.com sklearn",
    "another index in short": "RUN pip install -i https://pypi.example.com pytorch",
    "another index by a variable": "ENV PIP_INDEX_URL=https://pypi.example.com\nRUN pip install pytorch",
    "Python 2": "RUN pip2 install MySQL-python",
    "a folder": "RUN pip install ./sklearn",
    "a file": "RUN pip install -r sklearn",
    "conda has it": "RUN conda install -y pytorch",
    "uninstalled": "RUN pip uninstall -y sklearn",
    "a longer name": "RUN pip install pytorch-lightning sklearn-extra",
    "apt": "RUN apt-get install -y yaml",
}

FIXES = {
    "the name alone": ("RUN pip install numpy sklearn", "RUN pip install numpy scikit-learn"),
    "another": ("RUN pip install pytorch", "RUN pip install torch"),
}
