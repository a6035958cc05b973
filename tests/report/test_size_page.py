"""The page about an image's size, in a browser."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dockerize_ml.engine.sizes import Layer, Package, Sizes
from dockerize_ml.engine.slimming import Slimming
from dockerize_ml.report.size_page import MARK, size_page

EVIL = '</title></style><script>document.title="owned"</script><img src=x onerror=\'document.title="owned"\'>'
FOUND = Sizes(
    EVIL,
    300_000_000,
    (Layer("FROM debian", 100_000_000), Layer(f"RUN echo {EVIL}", 2_000_000)),
    (
        Package("scipy", "1.14", 108_000_000, ("scikit-learn",)),
        Package("numpy", "2.1", 50_000_000, ("scipy", EVIL)),
        Package(EVIL, "1", 20_000_000),
        Package("tiny", "1", 10),
    ),
)
PAGE = size_page(FOUND, [Slimming(f"Do `this`. {EVIL}", 3_000_000, ())])
BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def tags() -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(PAGE)
    return parser.seen


def test_it_loads_nothing_and_runs_nothing() -> None:
    assert not {"script", "img", "link", "iframe", "object"} & {name for name, _ in tags()}
    assert not any(key in {"src", "href"} or key.startswith("on") for _, attributes in tags() for key in attributes)
    assert "url(" not in PAGE
    assert "@import" not in PAGE


def test_it_is_known_as_ours_and_says_everything_in_words_too() -> None:
    assert MARK in PAGE
    assert "about 3.0 MB: Do <code>this</code>." in PAGE
    assert "scipy 1.14 (for scikit-learn)" in PAGE
    assert "FROM debian" in PAGE


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
def test_a_browser_shows_the_map_and_no_text_becomes_code(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    shown = subprocess.run(
        [str(BROWSER), *options, "--dump-dom", f"file://{tmp_path}/page.html"],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    ).stdout
    assert "<title>owned</title>" not in shown
    assert re.findall(r"<script|<img", shown) == []
    assert len(re.findall(r"<rect ", shown)) == 4
    subprocess.run(
        [
            str(BROWSER),
            *options,
            f"--screenshot={tmp_path}/page.png",
            "--window-size=1200,1000",
            f"file://{tmp_path}/page.html",
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )
    # A blank page packs into a few kilobytes.
    assert (tmp_path / "page.png").stat().st_size > 20_000
