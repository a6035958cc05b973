CATCHES = {
    "latest": "FROM ⟦debian:latest⟧",
    "under a name": "FROM ⟦debian:latest⟧ AS builder",
    "in a registry": "FROM localhost:5000/debian:latest",
}

STAYS_QUIET = {
    "another tag": "FROM debian:12-slim",
    "a digest decides": "FROM debian:latest@sha256:7959ed6f7e35f8b1aaa06d1d8259d4ee25aa85a086d5c125480c333183f9deeb",
    "no tag is another rule's": "FROM debian",
    "part of a tag": "FROM debian:latest-slim",
    "part of a name": "FROM latest:1",
    "an earlier stage": "FROM debian:12 AS latest\nFROM latest",
}
