CATCHES = {
    "no tag behind the colon": "ARG V\nFROM ⟦debian:$V⟧",
    "nothing at all": "ARG IMAGE\nFROM $IMAGE",
    "half a name": 'ARG S="ian:"\nFROM deb$S',
    "not declared": "FROM debian:$V",
    "by way of another ARG": "ARG A\nARG B=$A\nFROM debian:$B",
    "no digest": "ARG D\nFROM debian@$D",
    "no registry": "ARG R\nFROM $R/debian",
    "upper case": "ARG A=Debian\nFROM $A",
    "a platform that is seldom set": "FROM debian:$TARGETVARIANT",
    "no variable needed": "FROM Debian:12",
    "the line of FROM is reported": "ARG V\nFROM a:1\n⟦FROM⟧ \\\n  debian:$V",
}

STAYS_QUIET = {
    "a default": "ARG V=12\nFROM debian:$V",
    "an empty default": 'ARG S=""\nFROM debian:12$S',
    "an end that may be empty": "ARG S\nFROM debian:12$S",
    "a beginning that may be empty": "ARG R\nFROM ${R}debian",
    "a default of its own": "ARG V\nFROM debian:${V:-12}",
    "a platform": "FROM debian:$TARGETARCH",
    "a stage": "ARG A\nFROM debian:12 AS x\nFROM x$A",
    "refused for another reason": "ARG V=\nFROM debian:${V:?needed}",
}
