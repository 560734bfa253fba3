"""How a page asks to be cited."""

from dateline.render.dates import day_words


def citation(title: str, site: str, date: str, key: str) -> str:
    """As “Title”, Site, 4 January 2024 (id)."""
    day = day_words(date).partition(" ")[2]
    return f"“{title}”, {site}, {day} ({key})."
