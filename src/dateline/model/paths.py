"""Paths in the repository and where the site has them."""

import posixpath

_FOLDERS = frozenset({"actors", "briefings", "gaps", "incidents", "locations", "names", "sources", "timeline"})
_PAGES = frozenset({"data", "gaps", "map", "search", "timeline"})


def resolved(path: str, target: str) -> str:
    """The project's path that a relative link in a file leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def site_url(path: str) -> str:
    """Where the site has a file below `briefings/`, relative to its root; "" for any other file.

    `briefings/2024-….md` is under `briefings/`, records under their folder, other pages at the root.
    """
    inner = path.removeprefix("briefings/")
    if inner == path or not inner.endswith(".md"):
        return ""
    stem = inner.removesuffix(".md")
    is_briefing = "/" not in stem and stem[:4].isdecimal() and stem[4:5] == "-"
    return f"briefings/{stem}.html" if is_briefing else f"{stem}.html"


def is_generated(key: str) -> bool:
    """True where Dateline makes a page, or may make it; key: its path without ending (`gaps`, `names/nlf`)."""
    return key in _PAGES or (key.partition("/")[0] in _FOLDERS and "/" in key)
