CATCHES = {
    "a port of the host": "EXPOSE ⟦8080:80⟧",
    "an address": "EXPOSE 127.0.0.1:8080:80",
    "an address alone": "EXPOSE 127.0.0.1::80",
    "an address of IPv6": "EXPOSE [::1]:8080:80",
    "ranges": "EXPOSE 8000-8002:9000-9002",
    "with a protocol": "EXPOSE 80:80/tcp",
    "in a variable": "ENV P=80:80\nEXPOSE $P",
    "one of several": "EXPOSE 80 ⟦81:81⟧",
    "the line of the keyword is reported": "⟦EXPOSE⟧ 80 \\\n  81:81",
}

STAYS_QUIET = {
    "a port": "EXPOSE 80",
    "a range": "EXPOSE 8000-8010",
    "a protocol": "EXPOSE 53/udp",
    "nothing before the colon": "EXPOSE :80",
    "nothing twice": "EXPOSE ::80",
    "a variable": "ARG PORT\nEXPOSE $PORT",
    "a default": "ARG PORT\nEXPOSE ${PORT:-80}",
    "for images built on this one": "ONBUILD EXPOSE 80:80",
}
