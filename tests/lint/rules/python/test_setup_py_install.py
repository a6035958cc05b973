CATCHES = {
    "install": "RUN ⟦python setup.py install⟧",
    "develop": "RUN python3 setup.py develop",
    "with flags": "RUN python setup.py build install --user",
    "in a folder": "RUN cd src && ⟦python3.11 setup.py install⟧",
    "elsewhere": "RUN python src/setup.py install",
    "no setuptools": "FROM python:3.12-slim\nCOPY . .\nRUN python setup.py install",
    "in the system's folder": "RUN /opt/venv/bin/python setup.py install",
}

STAYS_QUIET = {
    "pip": "RUN pip install .",
    "editable": "RUN pip install -e .",
    "only built": "RUN python setup.py build_ext --inplace",
    "a wheel": "RUN python setup.py bdist_wheel",
    "a source archive": "RUN python setup.py sdist",
    "another script": "RUN python install.py install",
    "another setup": "RUN ./setup.sh install",
    "an old Python knows nothing else": "FROM python:2.7\nRUN python setup.py install",
    "an old system": "FROM ubuntu:16.04\nRUN python3 setup.py install",
    "only said": "RUN echo python setup.py install",
    "copied": "COPY setup.py install /src/",
}

FIXES = {
    "install": ("RUN python3 setup.py install", "RUN python3 -m pip install --no-cache-dir ."),
    "develop": ("RUN python setup.py develop", "RUN python -m pip install --no-cache-dir -e ."),
    "not with flags": ("RUN python setup.py install --user", "RUN python setup.py install --user"),
    "not elsewhere": ("RUN python src/setup.py install", "RUN python src/setup.py install"),
}
