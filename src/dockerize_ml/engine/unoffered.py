"""A program that answers requests on a port of which its image tells nobody."""

from dockerize_ml.engine.container import Container
from dockerize_ml.engine.sockets import Socket

# From here on the kernel gives ports to who asks for any: the next time it is another.
_ANY = 32768
_ASKS = (
    "import http.client, sys; asked = http.client.HTTPConnection('127.0.0.1', int(sys.argv[1]), timeout=5); "
    "asked.request('GET', '/'); asked.getresponse()"
)


def unoffered(container: Container) -> Socket | None:
    """The lowest port on which it speaks HTTP, asked from inside; None where it does on none that stays the same."""
    for socket in sorted(set(container.sockets()), key=lambda one: (one.port, one.loopback)):
        if socket.port < _ANY and container.does("python", "-c", _ASKS, str(socket.port)):
            return socket
    return None
