"""Plain-text case files: a title, the input, what is expected; each part ended by a line with a single dot."""

import re
from collections.abc import Iterator
from pathlib import Path


def read_cases(path: Path) -> Iterator[tuple[str, str, str]]:
    """(title, input, expected) of each case; lines before the first title that begin with `#` are remarks."""
    title, parts, lines = "", [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line == ".":
            if title:
                parts.append("\n".join(lines))
                lines = []
            if len(parts) == 3:
                yield title, parts[1], parts[2]
                title, parts = "", []
        elif title:
            lines.append(line)
        elif line and not line.startswith("#"):
            title = line
    if title:
        raise ValueError(f"{path.name}: the case '{title}' is not ended by a dot")


def write_project(text: str, folder: Path) -> None:
    """A small project of the files of a text, each below a line `== path`; its one seed says that the bridge fell."""
    (folder / "seeds").mkdir()
    (folder / "seeds" / "s.txt").write_text("The bridge fell.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Case\n", encoding="utf-8")
    (folder / "briefings").mkdir()
    for part in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        name, _, content = part.partition("\n")
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
