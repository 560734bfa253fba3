"""Drawings → PNG pictures, each kept by the sum of its drawing: to paint one takes a thirtieth of a second."""

import hashlib
from collections.abc import Iterable, Iterator
from importlib.resources import as_file, files
from pathlib import Path

from dateline.disk import write_atomic


def pictures(drawings: Iterable[tuple[str, str]], kept: Path) -> Iterator[tuple[str, bytes]]:
    """(path, PNG) of each (path, SVG); `kept` is the folder of those already drawn, from which unused ones go."""
    used: set[Path] = set()
    with as_file(files("dateline.draw") / "fonts") as folder:
        fonts = [str(path) for path in sorted(folder.glob("*.ttf"))]
        for path, svg in drawings:
            file = kept / f"{hashlib.sha256(svg.encode()).hexdigest()}.png"
            if not file.is_file():
                write_atomic(file, _png(svg, fonts), durable=False)
            used.add(file)
            yield path, file.read_bytes()
    for file in kept.glob("*.png") if kept.is_dir() else ():
        if file not in used:
            file.unlink()


def _png(svg: str, fonts: list[str]) -> bytes:
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - sites without an address have no cards and need no painter

    return svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=fonts)
