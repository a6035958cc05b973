import json

from dockerize_ml.engine.check import Check
from dockerize_ml.report.checklist import checklist, checklist_json, checklist_rows
from dockerize_ml.report.screen import PLAIN, Screen

CHECKS = [
    Check("Dockerfile parses", "ok", "31 lines"),
    Check("runs as a non-root user", "ok", "uid 10001 (app)", "0.4 s"),
    Check("answers", "failed", "GET /health gave \x1b[31m500", "30.0 s", "Look at the log: `docker logs`."),
    Check("stops in time", "skipped", "it did not start"),
    Check("lint", "warning"),
]


def test_a_list_to_read() -> None:
    assert checklist(CHECKS, PLAIN).splitlines() == [
        "  ✓ Dockerfile parses        31 lines",
        "  ✓ runs as a non-root user  0.4 s  uid 10001 (app)",
        r"  ✗ answers                  failed  30.0 s  GET /health gave \x1b[31m500",
        "      → Look at the log: `docker logs`.",
        "  – stops in time            skipped  it did not start",  # noqa: RUF001 - the sign for skipped
        "  ! lint                     warning",
        "",
        "2 passed, 1 failed, 1 to look at, 1 skipped",
    ]


def test_rows_printed_one_by_one_stand_in_columns() -> None:
    rows = [next(checklist_rows(check, PLAIN)) for check in CHECKS[:2]]
    assert rows[0].index("31 lines") == rows[1].index("0.4 s")


def test_ascii_only() -> None:
    assert checklist(CHECKS, Screen(unicode=False)).isascii()


def test_json_says_whether_all_is_well() -> None:
    said = json.loads(checklist_json(CHECKS, "."))
    assert (said["schema_version"], said["path"], said["ok"]) == (1, ".", False)
    assert said["checks"][1] == {
        "name": "runs as a non-root user",
        "status": "ok",
        "detail": "uid 10001 (app)",
        "figure": "0.4 s",
        "hint": "",
    }
    assert json.loads(checklist_json(CHECKS[:2], "."))["ok"]


def test_an_empty_list_says_so() -> None:
    assert checklist([], PLAIN) == "\nNothing to check.\n"


def test_on_a_narrow_terminal_the_evidence_stays_in_its_column() -> None:
    check = Check(
        "name", "failed", "one two three four five six seven", hint="do what has to be done about it, and soon"
    )
    rows = list(checklist_rows(check, Screen(width=44), name_cells=4))
    assert rows == [
        "  ✗ name  failed  one two three four five",
        "          six seven",
        "      → do what has to be done about it, and",
        "        soon",
    ]
