"""What makes an image big as one page of HTML: a treemap of the packages and tables, nothing loaded from anywhere."""

from collections.abc import Iterator, Sequence
from html import escape

from dockerize_ml.engine.sizes import Package, Sizes
from dockerize_ml.engine.slimming import Slimming
from dockerize_ml.project.build_context import megabytes
from dockerize_ml.report.safe import safe
from dockerize_ml.report.size_chart import headline, package_label
from dockerize_ml.report.treemap import Box, treemap

# By this the page is known as ours, and may be replaced.
MARK = '<meta name="generator" content="dockerize-ml">'

_WIDTH, _HEIGHT = 1200, 640
_MOST_BOXES = 60
_ROOM_FOR_NAME = (56, 30)
_CELL = 8.2  # what a letter takes
_HUES = (212, 158, 28, 268, 340, 190, 48, 100)
_STYLE = """
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 1200px; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 2rem }
svg { width: 100%; height: auto; border-radius: 6px } svg text { font: 14px system-ui, sans-serif; fill: #fff }
svg text.size { font-size: 12px; opacity: .85 } rect:hover { opacity: .8 }
table { border-collapse: collapse; table-layout: fixed; width: 100% }
td { padding: .25rem .75rem .25rem 0; vertical-align: top } td.bar { width: 22% }
td.number { width: 6rem; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
td.bar div { background: hsl(212 55% 50%); height: .8rem; border-radius: 2px; min-width: 1px }
code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere }
"""


def size_page(found: Sizes, slimmings: Sequence[Slimming]) -> str:
    """The whole page."""
    title = escape(safe(found.subject))
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="en"><head><meta charset="utf-8">{MARK}',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}: {megabytes(found.total)}</title><style>{_STYLE}</style></head><body>",
            f"<h1>{title}</h1><p>{escape(headline(found))}</p>",
            *_savings(slimmings),
            *_map(found.packages),
            *_table("By layer", [(layer.instruction, layer.size) for layer in found.layers if layer.size]),
            *_table("By Python package", [(package_label(package), package.size) for package in found.packages]),
            "</body></html>\n",
        ]
    )


def _savings(slimmings: Sequence[Slimming]) -> Iterator[str]:
    if slimmings:
        rows = "".join(f"<li>about {megabytes(one.saves)}: {_coded(one.advice)}</li>" for one in slimmings)
        yield f"<h2>What would make it smaller</h2><ol>{rows}</ol>"


def _coded(advice: str) -> str:
    """A sentence with what stands in backticks as code."""
    pieces = escape(safe(advice)).split("`")
    return "".join(f"<code>{piece}</code>" if at % 2 else piece for at, piece in enumerate(pieces))


def _map(packages: Sequence[Package]) -> Iterator[str]:
    shown = [package for package in packages if package.size][:_MOST_BOXES]
    if not shown:
        return
    yield f'<h2>Python packages</h2><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="Treemap of packages">'
    boxes = treemap([package.size for package in shown], Box(0, 0, _WIDTH, _HEIGHT))
    for at, (package, box) in enumerate(zip(shown, boxes, strict=True)):
        yield from _box(package, box, _HUES[at % len(_HUES)])
    yield "</svg>"


def _box(package: Package, box: Box, hue: int) -> Iterator[str]:
    tip = escape(safe(f"{package_label(package)}: {megabytes(package.size)}"))
    place = (
        f'x="{box.x:.1f}" y="{box.y:.1f}" width="{max(box.width - 2, 0.5):.1f}" height="{max(box.height - 2, 0.5):.1f}"'
    )
    yield f'<g><title>{tip}</title><rect {place} rx="3" fill="hsl({hue} 45% 42%)"/>'
    if box.width > _ROOM_FOR_NAME[0] and box.height > _ROOM_FOR_NAME[1]:
        letters = int((box.width - 12) / _CELL)
        name = package.name if len(package.name) <= letters else f"{package.name[: letters - 1]}…"
        yield f'<text x="{box.x + 7:.1f}" y="{box.y + 20:.1f}">{escape(safe(name))}</text>'
        if box.height > 2 * _ROOM_FOR_NAME[1]:
            yield f'<text class="size" x="{box.x + 7:.1f}" y="{box.y + 38:.1f}">{megabytes(package.size)}</text>'
    yield "</g>"


def _table(title: str, rows: Sequence[tuple[str, int]]) -> Iterator[str]:
    if not rows:
        return
    biggest = max(size for _, size in rows)
    yield f"<h2>{title}</h2><table>"
    for name, size in rows:
        bar = f'<td class="bar"><div style="width: {100 * size / biggest:.1f}%"></div></td>'
        yield f'<tr><td class="number">{megabytes(size)}</td>{bar}<td><code>{escape(safe(name))}</code></td></tr>'
    yield "</table>"
