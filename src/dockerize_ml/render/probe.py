"""The health check's program: asks the server with Python's own library, so that the image needs no curl."""

from dockerize_ml.plan.model import Healthcheck


def probe(step: Healthcheck) -> str:
    """One line of Python that exits with 0 where the program answers.

    With a path any status below 400 is health; without one a connection is. ``http.client`` heeds no proxy variables.
    """
    wait = step.timeout - 1
    port = f"int(os.environ.get({step.variable!r}, {step.port}))" if step.variable else str(step.port)
    more = ", os" if step.variable else ""
    if step.path is None:
        return f"import socket{more}; socket.create_connection(('127.0.0.1', {port}), {wait})"
    return (
        f"import http.client, sys{more}; "
        f"c = http.client.HTTPConnection('127.0.0.1', {port}, timeout={wait}); "
        f"c.request('GET', {step.path!r}); "
        "sys.exit(c.getresponse().status >= 400)"
    )
