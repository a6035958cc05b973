CATCHES = {
    "upper case": "EXPOSE ⟦53/UDP⟧",
    "mixed case": "EXPOSE 80/TcP",
    "one of several": "EXPOSE 80 ⟦53/UDP⟧ 81/tcp",
    "a range": "EXPOSE 8000-8010/TCP",
    "behind a variable": "ARG P\nEXPOSE $P/TCP",
    "in a variable": "ENV P=53/UDP\nEXPOSE $P",
    "the line of the keyword is reported": "⟦EXPOSE⟧ 80 \\\n  53/UDP",
}

STAYS_QUIET = {
    "lower case": "EXPOSE 80/tcp 53/udp 9/sctp",
    "none": "EXPOSE 80",
    "nothing behind the slash": "EXPOSE 80/",
    "a variable that only the build knows": "ARG PROTO\nEXPOSE 80/$PROTO",
    "a variable in braces": "ARG PROTO\nEXPOSE 80/${PROTO}",
    "for images built on this one": "ONBUILD EXPOSE 53/UDP",
}

FIXES = {
    "each": ("EXPOSE 53/UDP 80/Tcp", "EXPOSE 53/udp 80/tcp"),
    "not what a variable holds": ("ENV P=53/UDP\nEXPOSE $P", "ENV P=53/UDP\nEXPOSE $P"),
}
