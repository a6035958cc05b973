CATCHES = {
    "one string": 'FROM python:3.12-slim\nCMD [⟦"python app.py"⟧]',
    "one string in ENTRYPOINT": 'FROM example.com/base:1\nENTRYPOINT ["gunicorn -b :80 app:app"]',
    "and": 'FROM python:3.12-slim\nCMD ["python", "migrate.py", ⟦"&&"⟧, "python", "app.py"]'.replace(
        '⟦"&&"⟧', '"⟦&&⟧"'
    ),
    "a redirection": 'FROM python:3.12-slim\nCMD ["python", "app.py", ">", "log"]',
    "a pipe": 'FROM python:3.12-slim\nCMD ["python", "app.py", "|", "tee", "log"]',
}

STAYS_QUIET = {
    "each word by itself": 'FROM python:3.12-slim\nCMD ["python", "app.py"]',
    "one word": 'FROM python:3.12-slim\nCMD ["python"]',
    "a shell": 'FROM python:3.12-slim\nCMD ["sh", "-c", "a && b"]',
    "the shell form": "FROM python:3.12-slim\nCMD a && b",
    "arguments of an entry script": 'FROM python:3.12-slim\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["python app.py"]',
    "the base's entry script": 'FROM pytorch/torchserve:latest\nCMD ["torchserve --start"]',
    "an unknown base": 'FROM example.com/base:1\nCMD ["--dataset x", ""]',
    "find": 'FROM debian:12\nCMD ["find", "/", "-exec", "ls", "{}", ";"]',
    "a blank in an argument": 'FROM python:3.12-slim\nCMD ["python", "app.py", "--name", "a b"]',
    "a program in a folder with a blank": 'FROM python:3.12-slim\nCMD ["C:\\\\\\\\Program Files\\\\\\\\x.exe"]',
    "inside a word": 'FROM python:3.12-slim\nCMD ["python", "-c", "a; b"]',
    "a health check": 'FROM python:3.12-slim\nHEALTHCHECK CMD ["curl -f x"]\nCMD ["python", "app.py"]',
}

FIXES = {
    "one string": (
        'FROM python:3.12-slim\nCMD ["python app.py"]\n',
        'FROM python:3.12-slim\nCMD ["python", "app.py"]\n',
    ),
    "not with quotes in it": (
        "FROM python:3.12-slim\nCMD [\"python app.py 'a'\"]\n",
        "FROM python:3.12-slim\nCMD [\"python app.py 'a'\"]\n",
    ),
}
