"""Rendered HTML made fit for a staged page: one line a block, blank lines around headings and nowhere else."""

import html
import re

_PRE = re.compile(r"(<pre.*?</pre>)", re.DOTALL)
_HEADING = re.compile(r"#{2,6} \S")


def one_line(markup: str) -> str:
    """The same HTML without a line feed: no blank line can end its block early, no text can look like Markdown."""
    parts = _PRE.split(markup)
    return "".join(
        part.replace("\n", "&#10;") if number % 2 else " ".join(part.split("\n")) for number, part in enumerate(parts)
    )


def stage(text: str) -> str:
    """A rendered template as a staged page: blank lines stand around headings and nowhere else.

    Inside an HTML block a blank line would end it for CommonMark; templates may have as many as they like.
    """
    matter, body = _split(text)
    lines: list[str] = []
    for line in (line.strip() for line in body.split("\n")):
        if _HEADING.match(line):
            lines += ["", line, ""]
        elif line:
            lines.append(line)
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return f"{matter}\n{joined}\n"


def _split(text: str) -> tuple[str, str]:
    end = text.index("\n---\n", 3) + 5
    matter = "\n".join(line for line in text[:end].split("\n") if line.strip())
    return matter + "\n", text[end:]


def heading(level: int, text: str, key: str) -> str:
    """A Markdown heading with an explicit id whose text means nothing to Markdown."""
    safe = html.escape(" ".join(text.split()), quote=False)
    plain = re.sub(r"([\\`*_{}\[\]()#+.!-])", r"\\\1", safe)
    return f"{'#' * level} {plain} {{: #{key} }}" if key else f"{'#' * level} {plain}"
