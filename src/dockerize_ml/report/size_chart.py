"""What makes an image big, as bars and as JSON."""

from collections.abc import Iterator, Sequence

from dockerize_ml.engine.sizes import Part, Sizes
from dockerize_ml.engine.slimming import Slimming
from dockerize_ml.report.cells import cut
from dockerize_ml.report.json_text import json_text
from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import Screen

_BAR = 24
_MOST_PACKAGES = 15
_NAME = 60
# Less than that is not what makes an image big.
_LEAST = 50_000


def size_chart(found: Sizes, slimmings: Sequence[Slimming], screen: Screen) -> str:
    """Layers, packages and savings."""
    lines = [f"{screen.paint(safe(found.image), 'bold')}  {megabytes(found.total)}", "", "By layer"]
    lines += _bars([part for part in found.layers if part.size >= _LEAST], screen)
    if found.packages:
        more = len(found.packages) - _MOST_PACKAGES
        lines += ["", "By Python package", *_bars(found.packages[:_MOST_PACKAGES], screen)]
        lines += [screen.paint(f"  and {more} smaller ones", "dim")] if more > 0 else []
    if slimmings:
        lines += ["", "What would make it smaller"]
    for one in slimmings:
        lines.append(f"  {screen.sign('arrow')} about {megabytes(one.saves)}: {screen.code(safe(one.advice))}")
    return "\n".join(lines) + "\n"


def size_json(found: Sizes, slimmings: Sequence[Slimming]) -> str:
    """The same in bytes."""
    return (
        json_text(
            {
                "schema_version": 1,
                "image": found.image,
                "size": found.total,
                "layers": [{"instruction": part.name, "size": part.size} for part in found.layers],
                "packages": [{"name": part.name, "size": part.size} for part in found.packages],
                "savings": [{"advice": one.advice, "saves": one.saves, "where": list(one.where)} for one in slimmings],
            },
            indent=2,
        )
        + "\n"
    )


def megabytes(size: int) -> str:
    """``205.3 MB``."""
    return f"{size / 1e6:.1f} MB"


def _bars(parts: Sequence[Part], screen: Screen) -> Iterator[str]:
    biggest = max((part.size for part in parts), default=1)
    full = "█" if screen.unicode else "#"
    for part in parts:
        bar = full * max(1, round(part.size / biggest * _BAR)) if part.size * _BAR * 2 >= biggest else ""
        yield f"  {megabytes(part.size):>10}  {bar:<{_BAR}}  {cut(safe(part.name), _NAME, screen)}".rstrip()
