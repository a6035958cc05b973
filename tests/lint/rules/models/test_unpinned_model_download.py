CATCHES = {
    "transformers": """RUN python -c "AutoModel.from_pretrained('bert-base')" """,
    "a snapshot": """RUN python -c "from huggingface_hub import snapshot_download; snapshot_download('a/b')" """,
    "the command": "RUN ⟦huggingface-cli download⟧ a/b",
    "its newer name": "RUN hf download a/b --local-dir /models",
    "spaCy": "RUN python -m ⟦spacy download en_core_web_sm⟧",
    "NLTK": """RUN python -c "import nltk; nltk.download('punkt')" """,
    "NLTK's downloader": "RUN python3 -m nltk.downloader punkt",
    "gdown": "RUN gdown https://drive.google.com/uc?id=1",
    "sentence-transformers": """RUN python -c "SentenceTransformer('all-MiniLM-L6-v2')" """,
    "in a heredoc": "RUN python <<EOF\nmodel.from_pretrained('bert')\nEOF",
    "Whisper": """RUN python -c "import whisper; whisper.load_model('base')" """,
}

STAYS_QUIET = {
    "a revision": """RUN python -c "AutoModel.from_pretrained('bert', revision='abc')" """,
    "a revision of the command": "RUN huggingface-cli download a/b --revision abc",
    "a local folder": """RUN python -c "AutoModel.from_pretrained('./model')" """,
    "an absolute folder": """RUN python -c "AutoModel.from_pretrained('/models/bert')" """,
    "only what is there": """RUN python -c "AutoModel.from_pretrained('bert', local_files_only=True)" """,
    "a variable": """RUN python -c "AutoModel.from_pretrained(name)" """,
    "spaCy with a version": "RUN python -m spacy download en_core_web_sm-3.7.1 --direct",
    "checked": "RUN gdown https://drive.google.com/uc?id=1 -O a && sha256sum -c a.sha256",
    "a script that we do not see": "RUN python download_models.py",
    "pip downloads": "RUN pip download torch",
    "installed": "RUN pip install gdown",
    "Go": "RUN go mod download",
    "only said": "ENV NOTE='nltk.download'",
}
