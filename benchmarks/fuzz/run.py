"""Feeds bytes to the parser, the linter, the fixer and the readers beside them, and keeps what breaks one of them.

usage: python benchmarks/fuzz/run.py [--seconds N] [--only TARGET] [--seeds FOLDER] [CORPUS]

Needs atheris, which guides the bytes by the code that they reach; it is no dependency of ours, so install it where you
fuzz: ``pip install atheris``. CORPUS is a folder in which atheris keeps what reached new code; with it a later run goes
on where this one stopped. SEEDS is a folder with Dockerfiles to begin with. The first input for each way to break is
written to ``broken-…`` in the current folder with the traceback beside it; what takes over ten seconds ends the run
and is in ``timeout-…``. Give such a file in place of CORPUS to run it again.

Targets: ``parse`` (the tiles give the text back), ``lint`` (every preset, every span lies in the file), ``fix`` (ends,
and a second time changes nothing), ``ignore`` (.dockerignore), ``expand`` (words with variables), ``image``,
``settings`` (.hadolint.yaml and TOML). ShellCheck is left out: it is another program.
"""

import argparse
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dockerize_ml"]):
    from dockerize_ml.dockerfile import Ignore, ImageReference, parse, read_bytes, walk_scopes
    from dockerize_ml.dockerfile.expand import expand, references
    from dockerize_ml.errors import ConfigError
    from dockerize_ml.lint import Settings, Source, lint
    from dockerize_ml.lint.fixing import fix
    from dockerize_ml.lint.hadolint_settings import read_yaml
    from dockerize_ml.lint.registry import rules
    from dockerize_ml.lint.settings import PresetName
    from dockerize_ml.lint.toml_settings import read_toml

    CHECKS = [rule.check for rule in rules()]  # so that every rule is watched too

PRESETS: tuple[PresetName, ...] = ("recommended", "hadolint", "buildkit")
ALL = Settings(preset="all", shellcheck=False, cache=False)


def check_parse(text: str) -> None:
    dockerfile = parse(text)
    assert "".join(text[node.span.start : node.span.end] for node in dockerfile.nodes) == text


def check_lint(text: str) -> None:
    end = parse(text).position(len(text))
    for preset in ("all", PRESETS[len(text) % len(PRESETS)]):
        for found in lint([Source("Dockerfile", text)], Settings(preset=preset, shellcheck=False, cache=False)):
            assert (1, 1) <= (found.line, found.column) <= (found.end_line, found.end_column), found
            assert (found.end_line, found.end_column) <= (end.line, end.column), found


def check_fix(text: str) -> None:
    once = fix(text, ALL, unsafe=True)
    assert fix(once.text, ALL, unsafe=True).text == once.text, once


def check_ignore(text: str) -> None:
    ignore = Ignore.parse(text)
    for path in ("a", "a/b/c", ".env", text.partition("\n")[0]):
        ignore.matches(path)


def check_expand(text: str) -> None:
    dockerfile = parse(f"ARG a=b\nFROM x\nARG a\nENV c=$a d={text}\n")
    for instruction, scope in walk_scopes(dockerfile):
        list(references(instruction, scope, dockerfile.escape))
        expand(text, scope, dockerfile.escape)


def check_image(text: str) -> None:
    assert ImageReference.parse(text).written == text


def check_settings(text: str) -> None:
    with suppress(ConfigError):
        read_yaml(text, Path("x"))
    with suppress(ConfigError):
        read_toml(text, Path("x"), required=True)


TARGETS: dict[str, Callable[[str], None]] = {
    "parse": check_parse,
    "lint": check_lint,
    "fix": check_fix,
    "ignore": check_ignore,
    "expand": check_expand,
    "image": check_image,
    "settings": check_settings,
}
WORDS = (
    *("FROM", "RUN", "COPY", "ADD", "ENV", "ARG", "LABEL", "ONBUILD", "HEALTHCHECK", "SHELL", "EXPOSE", "VOLUME"),
    *("USER", "CMD", "ENTRYPOINT", "STOPSIGNAL", "WORKDIR", "MAINTAINER", "scratch", " AS ", "--from=", "--mount="),
    *(
        "type=cache,target=",
        "--platform=",
        "$BUILDPLATFORM",
        "<<EOF",
        "EOF\\x0A",
        "\\\\\\x0A",
        "\\x0D\\x0A",
        "# escape=`",
    ),
    *("# check=skip=all", "# hadolint ignore=DL3006", "# hadolint shell=", "# dockerize-ml: ignore=", "${x:-y}"),
    *(
        "${x#",
        "apt-get install -y ",
        "pip install ",
        "apk add ",
        "yum install",
        "dnf install",
        "zypper in",
        "gem install",
    ),
    *("npm install", "yarn add", "go install", "sudo ", "sh -c ", "&&", "||", "|", ";", "$(", "`", "--no-cache-dir"),
    *("rm -rf /var/lib/apt/lists/*", "wget ", "curl ", "useradd ", "ln -s /bin/bash /bin/sh", "cd /x"),
)


def main() -> None:
    """Fuzz until something breaks or the time is up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=600, help="how long (default 600)")
    parser.add_argument("--only", choices=TARGETS, help="one target alone; otherwise the first byte chooses")
    parser.add_argument("--seeds", type=Path, help="a folder with Dockerfiles to begin with")
    parser.add_argument("corpus", nargs="?", help="where to keep what reached new code")
    options = parser.parse_args()
    limits = (f"-max_total_time={options.seconds}", "-timeout=10", "-max_len=4096", "-print_final_stats=1")
    folders = [str(folder) for folder in (options.corpus, options.seeds) if folder]
    with tempfile.NamedTemporaryFile("w", suffix=".dict") as dictionary:
        dictionary.writelines(f'"{word}"\n' for word in WORDS)
        dictionary.flush()
        atheris.Setup([sys.argv[0], *limits, f"-dict={dictionary.name}", *folders], target(options.only))
        atheris.Fuzz()


def target(name: str | None) -> Callable[[bytes], None]:
    """What is done with the bytes; without a name their first byte chooses."""
    names = list(TARGETS)
    seen: set[str] = set()

    def run(data: bytes) -> None:
        chosen = name or names[data[0] % len(names) if data else 0]
        try:
            TARGETS[chosen](read_bytes(data if name else data[1:]))
        except Exception as error:  # noqa: BLE001 - any of them is what we look for
            keep(chosen, data, error, seen)

    return run


def keep(name: str, data: bytes, error: Exception, seen: set[str]) -> None:
    """Write down the first input that breaks at a place."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{name}-{Path(frame.filename).stem}-{frame.lineno}"
    if place in seen:
        return
    seen.add(place)
    Path(f"broken-{place}").write_bytes(data)
    Path(f"broken-{place}.txt").write_text("".join(traceback.format_exception(error)), errors="backslashreplace")
    print(f"BROKEN {place}", flush=True)


if __name__ == "__main__":
    main()
