CATCHES = {
    "no quotes": 'CMD ["jupyter", "lab", "⟦--ServerApp.token=⟧"]'.replace("⟦--", "--⟦"),
    "in quotes": """CMD ["jupyter", "lab", "--NotebookApp.token=''"]""",
    "in the shell form": "CMD jupyter lab --NotebookApp.token='' --ip=0.0.0.0",
    "in a shell in JSON": r'CMD ["sh", "-c", "jupyter lab --NotebookApp.token=\"\" --ip 0.0.0.0"]',
    "in the settings": "RUN echo \"c.NotebookApp.token = ''\" >> /root/.jupyter/jupyter_notebook_config.py",
    "in the settings, newer": "RUN echo 'c.IdentityProvider.token = \"\"' >> config.py",
    "in a heredoc": "RUN cat > config.py <<EOF\nc.ServerApp.token = ''\nc.ServerApp.ip = '*'\nEOF",
    "no password either": "CMD jupyter lab --NotebookApp.token='' --NotebookApp.password=''",
}

STAYS_QUIET = {
    "its own token": 'CMD ["jupyter", "lab", "--ip=0.0.0.0"]',
    "a token": 'CMD ["jupyter", "lab", "--ServerApp.token=secret"]',
    "a variable": 'CMD ["sh", "-c", "jupyter lab --ServerApp.token=$TOKEN"]',
    "a variable in quotes": """CMD jupyter lab --NotebookApp.token="$TOKEN" """,
    "a password": "CMD jupyter lab --NotebookApp.token='' --NotebookApp.password='sha1:abc'",
    "a hashed password": "CMD jupyter lab --NotebookApp.token='' --PasswordIdentityProvider.hashed_password=argon2:x",
    "only the password is empty": "CMD jupyter lab --NotebookApp.password=''",
    "another setting": "CMD jupyter lab --NotebookApp.base_url=''",
    "in a comment": "# --NotebookApp.token=''\nCMD jupyter lab",
    "another program's token": "CMD server --token=''",
}

FIXES = {
    "in JSON": (
        """CMD ["jupyter", "lab", "--NotebookApp.token=''", "--ip=0.0.0.0"]""",
        'CMD ["jupyter", "lab", "--ip=0.0.0.0"]',
    ),
    "in the shell form": ("CMD jupyter lab --ServerApp.token='' --ip=*", "CMD jupyter lab --ip=*"),
}
