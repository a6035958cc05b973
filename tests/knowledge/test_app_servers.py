import pytest

from dockerize_ml.knowledge.app_servers import server, server_for, servers

CHOICES = {
    "nothing required: the framework's usual one": ("asgi", [], "hypercorn", "hypercorn"),
    "nothing required, no usual one: the first": ("wsgi", [], None, "gunicorn"),
    "the project brought its own": ("wsgi", ["flask", "waitress"], "gunicorn", "waitress"),
    "two are there: the usual one": ("asgi", ["daphne", "uvicorn"], "uvicorn", "uvicorn"),
    "the one that is there cannot serve it": ("asgi", ["gunicorn"], "uvicorn", "uvicorn"),
}


@pytest.mark.parametrize(("interface", "required", "usual", "name"), CHOICES.values(), ids=CHOICES.keys())
def test_the_server_is_chosen(interface: str, required: list[str], usual: str | None, name: str) -> None:
    chosen = server_for(interface, required, usual)
    assert chosen is not None
    assert chosen.name == name


def test_nothing_serves_an_unknown_interface() -> None:
    assert server_for("cgi", ["gunicorn"]) is None


FACTORIES = {
    "gunicorn": "gunicorn --bind 0.0.0.0:80 app:create_app()",
    "uvicorn": "uvicorn --factory app:create_app --host 0.0.0.0 --port 80",
    "waitress": "waitress-serve --call --listen=0.0.0.0:80 app:create_app",
}


@pytest.mark.parametrize(("name", "command"), FACTORIES.items())
def test_a_factory_is_named_as_the_server_wants_it(name: str, command: str) -> None:
    known = server(name)
    assert known is not None
    values = {"module": "app", "object": "create_app", "host": "0.0.0.0", "port": "80"}
    assert " ".join(known.arguments(values, factory=True)) == command


UVICORNS = {
    None: "--workers 1 --proxy-headers --forwarded-allow-ips=* --timeout-graceful-shutdown 8",
    "0.22.0": "--workers 1 --proxy-headers --forwarded-allow-ips=* --timeout-graceful-shutdown 8",
    "0.21.1": "--workers 1 --proxy-headers --forwarded-allow-ips=*",
    "0.9.1": "--workers 1 --proxy-headers",
    "0.3.32": "--proxy-headers",
}


@pytest.mark.parametrize(("version", "tuning"), UVICORNS.items())
def test_a_server_is_told_what_its_version_knows(version: str | None, tuning: str) -> None:
    known = server("uvicorn")
    assert known is not None
    assert " ".join(known.tuned(("uvicorn",), {"workers": "1"}, version)) == f"uvicorn {tuning}"


def test_a_row_is_whole() -> None:
    for known in servers():
        assert known.name in {"waitress", *known.command[:1]}
        assert set(known.serves) <= {"wsgi", "asgi"}
        assert known.factory in {"", "call"} or known.factory.startswith("--")
