CATCHES = {
    "Jupyter Lab": 'CMD ["jupyter", "lab", "⟦--allow-root⟧"]',
    "in one word": 'CMD ["jupyter-lab", "--ip=0.0.0.0", "--allow-root"]',
    "in the shell form": "CMD jupyter notebook ⟦--allow-root⟧ --no-browser",
    "ENTRYPOINT": 'ENTRYPOINT ["jupyter", "lab", "--allow-root"]',
    "root by number": 'USER 0\nCMD ["jupyter", "lab", "--allow-root"]',
    "behind an init": 'ENTRYPOINT ["tini", "--"]\nCMD ["jupyter", "lab", "--allow-root"]',
}

STAYS_QUIET = {
    "not allowed": 'CMD ["jupyter", "lab"]',
    "a user, whatever is allowed": 'USER 1000\nCMD ["jupyter", "lab", "--allow-root"]',
    "in a label": 'LABEL run="jupyter lab --allow-root"\nCMD ["jupyter", "lab"]',
    "while it is built": "RUN jupyter nbconvert --allow-root x.ipynb",
    "in a comment": "# jupyter lab --allow-root\nCMD bash",
    "not the last stage": 'FROM a:1\nCMD ["jupyter", "lab", "--allow-root"]\nFROM b:1\nCMD ["bash"]',
    "its own ENTRYPOINT takes the command away": (
        'FROM a:1 AS x\nCMD ["jupyter", "lab", "--allow-root"]\nFROM x\nENTRYPOINT ["bash"]'
    ),
}
