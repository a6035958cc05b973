import pytest

from dockerize_ml.dockerfile.nodes import Span
from dockerize_ml.facts.model import Alternative, Confidence, Evidence, Fact, Facts, SystemPackages
from dockerize_ml.lint.finding import Edit, Finding, Fix, Level
from dockerize_ml.report.lint_report import LintReport

TEXT = (
    "FROM python:latest\nRUN pip install flask\nRUN apt-get update && \\\n    apt-get install -y curl\nCMD flask run\n"
)


@pytest.fixture
def text() -> str:
    return TEXT


@pytest.fixture
def findings() -> list[Finding]:
    """One of each level, with a fix and without, on one line and over two; the last in a second file."""
    cache = TEXT.index("install flask") + len("install")
    command = TEXT.index("flask run")
    safe_fix = Fix("add `--no-cache-dir`", safe=True, edits=(Edit(Span(cache, cache), " --no-cache-dir"),))
    shell_fix = Fix("write `CMD` as a list", safe=False, edits=(Edit(Span(command, command + 9), '["flask", "run"]'),))
    return [
        finding(1, 6, 1, 19, "DL3007", Level.WARNING, "`python:latest` can change under you. Pin it."),
        finding(2, 5, 2, 16, "DL3042", Level.WARNING, "pip keeps a cache: 100% of it, twice.", safe_fix),
        finding(3, 1, 4, 28, "DL3009", Level.INFO, 'Delete the apt lists <in the same RUN> & "layer".'),
        finding(5, 5, 5, 14, "DL3025", Level.STYLE, "Two\nlines and \x1b[2J.", shell_fix),
        finding(1, 1, 1, 1, "DL1000", Level.ERROR, "Unknown instruction `COPPY`.", file="api/Dockerfile, old"),
    ]


@pytest.fixture
def report() -> LintReport:
    return LintReport(
        version="1.2.3", texts={"Dockerfile": TEXT, "api/Dockerfile, old": "COPPY a b\n", "clean": "FROM a\n"}
    )


def finding(  # noqa: PLR0917 - a place is four numbers
    line: int,
    column: int,
    end_line: int,
    end_column: int,
    code: str,
    level: Level,
    message: str,
    fix: Fix | None = None,
    file: str = "Dockerfile",
) -> Finding:
    return Finding(
        file=file,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        code=code,
        name=f"rule-{code.lower()}",
        aliases=("JSONArgsRecommended",) if code == "DL3025" else (),
        level=level,
        message=message,
        fix=fix,
    )


def proof(path: str, line: int | None, reason: str) -> Evidence:
    return Evidence(path=path, line=line, reason=reason)


@pytest.fixture
def facts() -> Facts:
    """The facts of a small web project, with doubt, gaps, lists and text that means harm."""
    certain, likely = Confidence.CERTAIN, Confidence.LIKELY
    app = proof("app.py", 3, "app = Flask(__name__)")
    return Facts(
        kind=Fact(value="web", confidence=certain, evidence=(app,)),
        framework=Fact(
            value="flask", confidence=certain, evidence=(app, proof("r.txt", 1, "Flask"), proof("b", 1, "c"))
        ),
        entrypoint=Fact(
            value="app:app",
            evidence=(app,),
            alternatives=(Alternative(value="old.app:app", reason="it lies in a folder named `old`"),),
        ),
        workdir=Fact(value=".", confidence=likely),
        port=Fact(value=5000, confidence=certain, evidence=(proof("app.py", 9, "app.run(port=5000)  # \x1b[2J"),)),
        health_path=Fact(evidence=(proof("app.py", None, "no route looks like a health check"),)),
        python=Fact(value="3.12", confidence=likely),
        manager=Fact(value="pip", confidence=certain),
        manifest=Fact(value="r.txt", confidence=certain),
        system_packages=Fact(value=SystemPackages(build=("gcc",), runtime=("libgomp1",)), confidence=likely),
        accelerator=Fact(value="cpu", confidence=likely),
        models=Fact(value=(), confidence=certain),
        environment=Fact(
            value=("MODEL_PATH", "DATABASE_URL", "SECRET_KEY", "PORT"), confidence=certain, evidence=(app,)
        ),
    )
