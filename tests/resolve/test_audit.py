"""pip-audit against a database of our own on localhost."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import CompletedProcess
from threading import Thread

import pytest

from dockerize_ml.engine.audit import Audit, NoAuditError, Vulnerable, audit

Run = Callable[..., "CompletedProcess[str]"]
FLAWS = {"flask": [("A-1", "2.2.5"), ("A-2", "2.3.2")], "jinja2": [("B-1", "3.1.6")], "six": [("C-1", "")]}


def flaw(name: str, flaw_id: str, fixed: str) -> dict[str, object]:
    events = [{"introduced": "0"}, *([{"fixed": fixed}] if fixed else [])]
    package = {"name": name, "ecosystem": "PyPI"}
    affected = [{"package": package, "ranges": [{"type": "ECOSYSTEM", "events": events}]}]
    return {"id": flaw_id, "summary": "Bad", "details": "Bad.", "affected": affected}


class Database(BaseHTTPRequestHandler):
    """Answers as osv.dev does."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name = asked["package"]["name"]
        flaws = [flaw(name, *one) for one in FLAWS.get(name, ())]
        body = json.dumps({"vulns": flaws} if flaws else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - its own name for it
        """Say nothing."""


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Database) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("PIP_AUDIT_VULNERABILITY_SERVICE", "osv")
        monkeypatch.setenv("PIP_AUDIT_OSV_URL", f"http://127.0.0.1:{server.server_port}/query")
        yield
        server.shutdown()


@pytest.mark.usefixtures("database")
def test_the_worst_come_first_with_the_version_that_has_no_flaw() -> None:
    found = audit(["click==8.1.7", "six==1.16.0", "jinja2==3.0.0", "flask==2.1.0"], lambda _: None)
    assert found == Audit(
        4,
        (
            Vulnerable("flask", "2.1.0", ("A-1", "A-2"), "2.3.2"),
            Vulnerable("jinja2", "3.0.0", ("B-1",), "3.1.6"),
            Vulnerable("six", "1.16.0", ("C-1",), ""),
        ),
    )


def test_a_database_that_does_not_answer_is_no_clean_bill_of_health() -> None:
    with pytest.raises(NoAuditError, match="could not ask"):
        audit(["flask==2.1.0"], lambda _: None)


@pytest.fixture
def project(
    wheel: Callable[..., None], folder: Callable[[dict[str, str]], Path], monkeypatch: pytest.MonkeyPatch
) -> Path:
    for name in ("flask", "click"):
        wheel(name, "2.1.0")
    monkeypatch.delenv("DOCKERIZE_ML_OFFLINE")
    return folder({"job.py": "import flask, click\n", "requirements.txt": "flask\nclick\n"})


@pytest.mark.usefixtures("database")
def test_lock_tells_how_many_versions_have_known_vulnerabilities(project: Path, run: Run) -> None:
    done = run("lock", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "in 1 of 2 versions\n  flask==2.1.0: 2 flaws; 2.3.2 has none of them" in done.stderr


@pytest.mark.usefixtures("database")
def test_json_has_them_all(project: Path, run: Run) -> None:
    said = json.loads(run("lock", "--format", "json", "--quiet", cwd=project).stdout)
    assert said["vulnerabilities"] == {
        "checked": 2,
        "packages": [{"name": "flask", "version": "2.1.0", "ids": ["A-1", "A-2"], "fixed": "2.3.2"}],
    }


@pytest.mark.usefixtures("database")
def test_init_tells_it_too(project: Path, run: Run) -> None:
    done = run("init", "--yes", cwd=project)
    assert "flask==2.1.0: 2 flaws" in done.stderr


def test_where_nothing_is_known_nothing_is_said_unless_asked(project: Path, run: Run) -> None:
    done = run("lock", "--dry-run", cwd=project)
    assert (done.returncode, "Known vulnerabilities" in done.stderr) == (0, False), done.stderr
    done = run("lock", "--dry-run", "--verbose", cwd=project)
    assert "Nothing is known of vulnerabilities" in done.stderr
