CATCHES = {
    "install": "RUN ⟦conda install -y numpy⟧",
    "create": "RUN conda create -n x -y python=3.12",
    "an environment's file": "RUN conda env create -f environment.yml",
    "mamba": "RUN mamba install -y numpy",
    "micromamba": "RUN micromamba install -y -n base numpy",
    "in its folder": "RUN /opt/conda/bin/conda update -y --all",
    "cleaned too early": "RUN conda clean -afy && ⟦conda install -y numpy⟧",
    "cleaned too late": "RUN ⟦conda install -y numpy⟧\nRUN conda clean -afy",
}

STAYS_QUIET = {
    "cleaned": "RUN conda install -y numpy && conda clean -afy",
    "cleaned by mamba": "RUN conda install -y numpy && mamba clean --all --yes",
    "micromamba cleaned": "RUN micromamba create -y -f a.yml && micromamba clean --all --yes",
    "removed": "RUN conda install -y numpy && rm -rf /opt/conda/pkgs",
    "removed with all of conda": "RUN conda create -y -p /env numpy && rm -rf /opt/conda",
    "a builder": "FROM a:1 AS x\nRUN conda install -y numpy\nFROM b:1\nCOPY --from=x /env /env",
    "a cache mount": "RUN --mount=type=cache,target=/opt/conda/pkgs conda install -y numpy",
    "another verb": "RUN conda config --add channels conda-forge",
    "activated only": "RUN conda activate x",
    "run inside": "RUN conda run -n x pip install numpy",
    "listed": "RUN conda env list",
    "removal": "RUN conda remove -y numpy",
    "no conda": "RUN pip install numpy",
}

FIXES = {
    "the last command": ("RUN conda install -y numpy", "RUN conda install -y numpy && conda clean -afy"),
    "followed by others": (
        "RUN conda install -y numpy && rm x",
        "RUN conda install -y numpy && conda clean -afy && rm x",
    ),
    "micromamba": ("RUN micromamba install -y a", "RUN micromamba install -y a && micromamba clean -afy"),
    "in its folder": (
        "RUN /opt/conda/bin/conda install -y a",
        "RUN /opt/conda/bin/conda install -y a && /opt/conda/bin/conda clean -afy",
    ),
    "not in JSON": ('RUN ["conda", "install", "-y", "a"]', 'RUN ["conda", "install", "-y", "a"]'),
    "not in a loop": (
        "RUN for x in a b; do conda install -y $x; done",
        "RUN for x in a b; do conda install -y $x; done",
    ),
}
