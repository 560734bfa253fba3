"""seeds ─read─▶ Seed: what a header, front matter or a line of JSON says about an article."""

import re
from collections.abc import Mapping
from typing import Any

from dateline.model import Model
from dateline.read.dates import whole_day
from dateline.read.decode import clean
from dateline.read.faults import Fault, SeedError

# Each field with the keys that may give it; the first that is given counts. Other keys are left alone.
KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "date": ("date", "published"),
    "publisher": ("publisher", "source"),
    "url": ("url", "link"),
    "author": ("author", "authors", "byline", "by"),
    "place": ("place",),
    "licence": ("licence", "license", "rights"),
}
ALL_KEYS = frozenset(key for keys in KEYS.values() for key in keys)
_URL = re.compile(r"https?://[^\s<>\"]+")


class Header(Model):
    """What is said about an article outside its text; each "" where it is not said. `date` is `YYYY-MM-DD`."""

    title: str = ""
    date: str = ""
    publisher: str = ""
    url: str = ""
    author: str = ""
    place: str = ""
    licence: str = ""


def read_header(data: Mapping[str, Any]) -> tuple[Header, list[Fault]]:
    """The known keys of a header, whatever their case; a value that cannot be used is left out, with its fault."""
    given = {key.lower(): (key, value) for key, value in data.items() if value not in (None, "", [])}
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for field, keys in KEYS.items():
        name = next((key for key in keys if key in given), "")
        if name:
            _take(field, *given[name], found=found, faults=faults)
    return Header(**found), faults


def _take(field: str, key: str, value: Any, *, found: dict[str, str], faults: list[Fault]) -> None:
    if field == "author" and isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        faults.append(Fault(key, f"must be text, not {type_name(value)}; put it in quotes"))
        return
    try:
        text = " ".join(clean(value).split())
    except SeedError as error:
        faults.append(Fault(key, error.message))
        return
    _check(field, key, text, found=found, faults=faults)


def _check(field: str, key: str, text: str, *, found: dict[str, str], faults: list[Fault]) -> None:
    if field == "publisher" and _URL.fullmatch(text):
        found.setdefault("url", text)
    elif field == "date" and whole_day(text) is None:
        faults.append(Fault(key, f"must be a day of the calendar as YYYY-MM-DD, not '{text[:60]}'"))
    elif field == "url" and not _URL.fullmatch(text):
        faults.append(Fault(key, f"must be a web address (https://…), not '{text[:60]}'"))
    else:
        found[field] = (whole_day(text) or "") if field == "date" else text


def type_name(value: object) -> str:
    """The word for a value's type in a message."""
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "keys and values"}
    return names.get(type(value), "nothing" if value is None else type(value).__name__)
