CATCHES = {
    "a file": "⟦ADD file /usr/src/app/⟧",
    "a folder": "ADD . /app",
    "one of two": "ADD a.tar.gz b /x/",
    "zip, which is not unpacked": "ADD a.zip /x/",
    "JSON form": 'ADD ["app.py", "/app/"]',
    "lower case": "add app.py /app/",
    "a variable": "ADD $FILE /x",
    "an ending in capitals, which is not unpacked": "ADD a.TAR /x",
}

STAYS_QUIET = {
    "COPY": "COPY file /usr/src/app/",
    "an archive": "ADD file.tar /usr/src/app/",
    "a packed archive": "ADD file.tgz /usr/src/app/",
    "an archive in quotes": 'ADD "file.tar.xz" /x/',
    "an archive in JSON": 'ADD ["file.tar", "/x/"]',
    "a URL": "ADD http://file.com /usr/src/app/",
    "a URL with a checksum": "ADD --checksum=$SUM https://a/b /c",
    "a repository": "ADD https://github.com/owner/repo.git#v1 /src",
    "a repository by its short name": "ADD git@github.com:owner/repo.git /src",
    "text in place": "ADD <<EOF /x\nhello\nEOF",
    "several archives": "ADD a.tar b.gz /x/",
}

FIXES = {
    "the keyword": ("ADD app.py /app/", "COPY app.py /app/"),
    "what may be a URL stays": ("ADD $FILE /x", "ADD $FILE /x"),
    "an archive would no longer be unpacked": ("ADD a.tar b /x/", "ADD a.tar b /x/"),
    "over two lines": ("ADD app.py \\\n  /app/", "COPY app.py \\\n  /app/"),
}
