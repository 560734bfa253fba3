"""How a page asks to be cited."""

import re

from dateline.render.dates import day_words


def citation(title: str, site: str, date: str, key: str) -> str:
    """As “Title”, Site, 4 January 2024 (id)."""
    day = day_words(date).partition(" ")[2]
    return f"“{_inner(title)}”, {site}, {day} ({key})."


def _inner(title: str) -> str:
    """The title within quotation marks: its own become single ones."""
    curly = re.sub(r'"([^"]*)"', r"‘\1’", title)
    return curly.replace("“", "‘").replace("”", "’")
