CATCHES = {
    "Miniconda's image": "FROM continuumio/miniconda3\nRUN ⟦conda install -y numpy⟧",
    "the newest one": "FROM continuumio/miniconda3:latest\nRUN conda create -y -n x python=3.12",
    "Anaconda's image": "FROM continuumio/anaconda3\nRUN conda update -y conda",
    "another channel first": "FROM continuumio/miniconda3\nRUN conda install -y -c conda-forge numpy",
    "the installer": (
        "RUN wget https://repo.anaconda.com/miniconda/Miniconda3-latest-Linux-x86_64.sh && bash Mini*.sh -b\n"
        "RUN ⟦conda install -y numpy⟧"
    ),
    "in a stage on that image": "FROM continuumio/miniconda3 AS a\nFROM a\nRUN conda install -y numpy",
}

STAYS_QUIET = {
    "accepted": "FROM continuumio/miniconda3\nRUN conda tos accept && conda install -y numpy",
    "accepted by a variable": (
        "FROM continuumio/miniconda3\nENV CONDA_PLUGINS_AUTO_ACCEPT_TOS=yes\nRUN conda install -y numpy"
    ),
    "another channel only": (
        "FROM continuumio/miniconda3\nRUN conda install -y --override-channels -c conda-forge numpy"
    ),
    "another channel from now on": (
        "FROM continuumio/miniconda3\nRUN conda config --remove channels defaults\nRUN conda install -y numpy"
    ),
    "settings of its own": "FROM continuumio/miniconda3\nCOPY .condarc /opt/conda/\nRUN conda install -y numpy",
    "a file may say nodefaults": "FROM continuumio/miniconda3\nRUN conda env create -f environment.yml",
    "an older image": "FROM continuumio/miniconda3:24.1.2-0\nRUN conda install -y numpy",
    "Python 2, which has no plug-in": "FROM continuumio/miniconda\nRUN conda install -y numpy",
    "Miniforge": "FROM condaforge/miniforge3\nRUN conda install -y numpy",
    "mamba has no plug-in": "FROM continuumio/miniconda3\nRUN mamba install -y numpy",
    "pip only": "FROM continuumio/miniconda3\nRUN pip install numpy",
    "an older installer": (
        "RUN wget https://repo.anaconda.com/miniconda/Miniconda3-py310_23.5.2-0-Linux-x86_64.sh\nRUN conda install -y a"
    ),
}
