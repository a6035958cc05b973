"""What makes an image big, as bars and as JSON."""

from collections.abc import Iterator, Sequence

from dockerize_ml.engine.sizes import Package, Sizes
from dockerize_ml.engine.slimming import Slimming
from dockerize_ml.project.build_context import megabytes
from dockerize_ml.report.cells import cut
from dockerize_ml.report.json_text import json_text
from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import Screen

_BAR = 24
_MOST_PACKAGES = 15
_NAME = 64
_MOST_REQUIRING = 3
# Less than that is not what makes an image big.
_LEAST = 50_000


def size_chart(found: Sizes, slimmings: Sequence[Slimming], screen: Screen) -> str:
    """Layers, packages and savings."""
    lines = [f"{screen.paint(safe(found.subject), 'bold')}  {headline(found)}"]
    layers = [(layer.instruction, layer.size) for layer in found.layers if layer.size >= _LEAST]
    if layers:
        lines += ["", "By layer", *_bars(layers, screen)]
    if found.packages:
        rows = [(package_label(package), package.size) for package in found.packages[:_MOST_PACKAGES]]
        lines += ["", "By Python package", *_bars(rows, screen)]
        more = len(found.packages) - _MOST_PACKAGES
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
                "image": found.subject,
                "built": not found.source,
                "source": found.source or None,
                "size": found.total,
                "layers": [{"instruction": layer.instruction, "size": layer.size} for layer in found.layers],
                "packages": [
                    {
                        "name": package.name,
                        "version": package.version,
                        "size": package.size,
                        "required_by": list(package.required_by),
                    }
                    for package in found.packages
                ],
                "savings": [{"advice": one.advice, "saves": one.saves, "where": list(one.where)} for one in slimmings],
            },
            indent=2,
        )
        + "\n"
    )


def headline(found: Sizes) -> str:
    """``205.3 MB``, and what that is for an image that is not built yet."""
    total = megabytes(found.total)
    if not found.source:
        return total
    return f"{total} of packages to download, as {found.source} tells; unpacked they take about three times that"


def package_label(package: Package) -> str:
    """Name and version, and what pulled it in."""
    if not package.required_by:
        return f"{package.name} {package.version}"
    more = len(package.required_by) - _MOST_REQUIRING
    names = ", ".join(package.required_by[:_MOST_REQUIRING]) + (f" and {more} more" if more > 0 else "")
    return f"{package.name} {package.version} (for {names})"


def _bars(rows: Sequence[tuple[str, int]], screen: Screen) -> Iterator[str]:
    biggest = max((size for _, size in rows), default=1)
    full = "█" if screen.unicode else "#"
    for name, size in rows:
        bar = full * max(1, round(size / biggest * _BAR)) if size * _BAR * 2 >= biggest else ""
        yield f"  {megabytes(size):>10}  {bar:<{_BAR}}  {cut(safe(name), _NAME, screen)}".rstrip()
