"""go fetches a module without a version.

Why:
    Without a version, or with `@latest`, each build fetches the newest one. One day that is one that does not build,
    and no change in your files says why.

Before:
    FROM golang:1.23
    RUN go install golang.org/x/tools/cmd/stringer@latest

After:
    FROM golang:1.23
    RUN go install golang.org/x/tools/cmd/stringer@v0.26.0

Differs:
    `main.go` is a file, and a path without a dot in its first part (`cmd/app`) is of your own module or Go's library:
    neither is fetched. The value of a flag is no package (`-o app`), and what stands behind the package of
    `go run` is for the program.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import Call, calls, manager
from dockerize_ml.lint.rules._pins import unpinned

_GO = manager(
    "go",
    valued="""
        -C -p -o -asmflags -buildmode -compiler -exec -gccgoflags -gcflags -installsuffix -ldflags -mod -modfile
        -overlay -pgo -pkgdir -tags -toolexec -covermode -coverpkg
    """,
)
_MOVING = ("latest", "none")


@rule("DL3062", Level.WARNING, on="RUN", words=("go",), onbuild=True)
def pin_go_packages(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for call in calls(instruction, context, _GO, "install", "get", "run"):
        yield from unpinned((word for word in _packages(call) if _is_loose(word)), "{}@v1.2.3")


def _packages(call: Call) -> tuple[ShellWord, ...]:
    return call.operands[:1] if call.verb.value == "run" else call.operands


def _is_loose(word: ShellWord) -> bool:
    path, at, version = word.value.partition("@")
    if at:
        return version in _MOVING
    first = path.partition("/")[0]
    is_fetched = "." in first or not word.literal
    return is_fetched and not path.startswith((".", "/")) and not path.endswith(".go")
