CATCHES = {
    "in the image": "FROM debian:12⟦$VARIANT⟧",
    "with a default all the same": "FROM debian:${V:-12}",
    "with any operator": "FROM debian:12${V+x}",
    "misspelt": "FROM --platform=⟦$BULIDPLATFORM⟧ debian:12",
    "declared in a stage": "FROM debian:12\nARG V=12\nFROM debian:⟦$V⟧",
    "inside a default": "ARG A=\nFROM debian:12${A:-$B}",
    "variables of the image are none of FROM's": "FROM debian:12${PATH}",
    "nor are proxies": "FROM debian:12${HTTP_PROXY}",
    "the line of FROM is reported": "FROM a:1\n⟦FROM⟧ \\\n  debian:$V",
}

STAYS_QUIET = {
    "declared with a default": "ARG V=12\nFROM debian:$V",
    "declared without one": "ARG V\nFROM debian:12$V",
    "set by Docker": "FROM --platform=$BUILDPLATFORM debian:12\nFROM --platform=${TARGETOS}/${TARGETARCH} debian:12",
    "the name of the target": "FROM debian:12${TARGETSTAGE#default}",
    "in another ARG": "ARG A=$B\nFROM debian:12$A",
    "quoted": "FROM debian:12\nRUN echo $V",
}
