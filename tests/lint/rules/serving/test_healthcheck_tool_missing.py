CATCHES = {
    "curl": "FROM python:3.12-slim\nHEALTHCHECK CMD ⟦curl⟧ -f http://localhost:8000/",
    "curl in JSON": 'FROM python:3.12-slim\nHEALTHCHECK CMD ["⟦curl⟧", "-f", "http://localhost/"]',
    "wget": "FROM debian:12-slim\nHEALTHCHECK --interval=5s CMD wget -q http://localhost/ || exit 1",
    "curl on Alpine": "FROM python:3.12-alpine\nHEALTHCHECK CMD curl -f http://localhost/",
    "installed in another stage": (
        "FROM debian:12 AS a\nRUN apt-get install -y curl\nFROM python:3.12-slim\n"
        "HEALTHCHECK CMD curl -f http://localhost/"
    ),
    "other packages": "FROM ubuntu:24.04\nRUN apt-get install -y git\nHEALTHCHECK CMD curl -f http://localhost/",
}

STAYS_QUIET = {
    "installed": "FROM python:3.12-slim\nRUN apt-get install -y curl\nHEALTHCHECK CMD curl -f http://localhost/",
    "installed afterwards": (
        "FROM python:3.12-slim\nHEALTHCHECK CMD curl -f http://localhost/\nRUN apt-get install -y curl"
    ),
    "a list of packages": "FROM python:3.12-slim\nRUN apt-get install -y $P\nHEALTHCHECK CMD curl -f http://localhost/",
    "the full image has it": "FROM python:3.12\nHEALTHCHECK CMD curl -f http://localhost/",
    "Alpine has wget": "FROM python:3.12-alpine\nHEALTHCHECK CMD wget -q http://localhost/",
    "copied": "FROM python:3.12-slim\nCOPY --from=x/y:1 /curl /bin/curl\nHEALTHCHECK CMD curl -f http://localhost/",
    "one of its own": "FROM python:3.12-slim\nHEALTHCHECK CMD /opt/bin/curl -f http://localhost/",
    "Python": 'FROM python:3.12-slim\nHEALTHCHECK CMD ["python", "-c", "import urllib.request"]',
    "none": "FROM python:3.12-slim\nHEALTHCHECK NONE",
    "an unknown base": "FROM example.com/base:1\nHEALTHCHECK CMD curl -f http://localhost/",
    "a stage that is not shipped": (
        "FROM python:3.12-slim AS a\nHEALTHCHECK CMD curl -f http://localhost/\nFROM python:3.12\nCOPY --from=a /x /x"
    ),
    "only a word": "FROM python:3.12-slim\nHEALTHCHECK CMD python check.py --curl",
}

FIXES = {
    "in the shell form": (
        "FROM python:3.12-slim\nHEALTHCHECK --interval=5s CMD curl -f http://localhost:80/x || exit 1\n",
        (
            'FROM python:3.12-slim\nHEALTHCHECK --interval=5s CMD ["python", "-c", "import urllib.request as u; '
            "u.urlopen('http://localhost:80/x')\"]\n"
        ),
    ),
    "in JSON": (
        'FROM python:3.12-slim\nHEALTHCHECK CMD ["curl", "-f", "http://localhost/"]\n',
        (
            'FROM python:3.12-slim\nHEALTHCHECK CMD ["python", "-c", "import urllib.request as u; '
            "u.urlopen('http://localhost/')\"]\n"
        ),
    ),
    "not where there is no Python": (
        "FROM debian:12-slim\nHEALTHCHECK CMD curl -f http://localhost/\n",
        "FROM debian:12-slim\nHEALTHCHECK CMD curl -f http://localhost/\n",
    ),
    "not where the answer is read": (
        "FROM python:3.12-slim\nHEALTHCHECK CMD curl http://localhost/ | grep ok\n",
        "FROM python:3.12-slim\nHEALTHCHECK CMD curl http://localhost/ | grep ok\n",
    ),
}
