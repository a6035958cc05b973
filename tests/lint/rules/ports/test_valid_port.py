CATCHES = {
    "too high": "EXPOSE ⟦80000⟧",
    "one above": "EXPOSE 65536",
    "with protocol": "EXPOSE 70000/tcp",
    "end of a range": "EXPOSE 80-70000",
    "second of two": "EXPOSE 80 ⟦90000⟧",
    "very long": "EXPOSE " + 5000 * "9",
}

STAYS_QUIET = {
    "the last": "EXPOSE 65535",
    "a range": "EXPOSE 8000-8010/udp",
    "a variable": "EXPOSE $PORT",
    "a default": "EXPOSE ${PORT:-8000}",
    "an address is another rule's": "EXPOSE 127.0.0.1:80:80",
}
