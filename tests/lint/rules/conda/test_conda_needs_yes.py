CATCHES = {
    "install": "RUN ⟦conda install numpy⟧",
    "create": "RUN conda create -n x python=3.12",
    "mamba": "RUN mamba update --all",
    "micromamba": "RUN micromamba install -n base numpy",
    "remove": "RUN conda remove numpy",
    "behind another": "RUN conda config --add channels x && ⟦conda install numpy⟧",
    "in its folder": "RUN /opt/conda/bin/conda install numpy",
    "by a file": "RUN conda install --file requirements.txt",
}

STAYS_QUIET = {
    "-y": "RUN conda install -y numpy",
    "-y behind": "RUN conda install numpy -y",
    "--yes": "RUN conda create --yes -n x python",
    "among other letters": "RUN conda install -qy numpy",
    "set for all": "RUN conda config --set always_yes yes && conda install numpy",
    "a variable": "ENV CONDA_ALWAYS_YES=true\nRUN conda install numpy",
    "a file of settings": "COPY .condarc /root/\nRUN conda install numpy",
    "an environment's file, which asks nothing": "RUN conda env create -f environment.yml",
    "an environment's update": "RUN conda env update -f environment.yml",
    "answered": "RUN yes | conda install numpy",
    "answered once": "RUN echo y | conda install numpy",
    "answered from a file": "RUN conda install numpy < answers",
    "flags in a variable": "RUN conda install $FLAGS numpy",
    "not carried out": "RUN conda install --dry-run numpy",
    "another verb": "RUN conda clean -a",
    "run inside": "RUN conda run -n x install numpy",
}

FIXES = {
    "behind the verb": ("RUN conda install numpy", "RUN conda install -y numpy"),
    "in JSON": ('RUN ["conda", "install", "numpy"]', 'RUN ["conda", "install", "-y", "numpy"]'),
}
