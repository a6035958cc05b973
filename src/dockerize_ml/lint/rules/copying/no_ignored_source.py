"""COPY or ADD names a file that `.dockerignore` keeps out of the build.

Why:
    The build fails with "not found", though the file is there for all to see.

Before:
    # .dockerignore has: *.txt
    FROM debian:12-slim
    COPY notes.txt /srv/

After:
    # .dockerignore has: *.txt and !notes.txt
    FROM debian:12-slim
    COPY notes.md /srv/

Differs:
    BuildKit has this check from 0.27 on (Dockerfile frontend 1.21), before that only as an experiment, so the preset
    `buildkit` leaves it out unless the file asks for it with `# check=experimental=CopyIgnoredFile`.
"""
