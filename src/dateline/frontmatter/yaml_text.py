"""Merged values as YAML: numbers and truth values, which are text in a parsed file, are written bare again."""

from typing import Any

from dateline.frontmatter import written_matter

_NUMBERS = {"fatalities", "injured", "low", "best", "high", "lat", "lon", "geonames"}


def yaml_text(values: Any) -> str:
    """As a record is written."""
    return written_matter(_bare(values))


def _bare(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _bare(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_bare(item) for item in value]
    if key == "unclear" and value in ("true", "false"):
        return value == "true"
    return _number(value) if key in _NUMBERS else value


def _number(text: str) -> str | int | float:
    """The number, where it is written back as it stood."""
    for kind in (int, float):
        try:
            number = kind(text)
        except ValueError:
            continue
        if str(number) == text:
            return number
    return text
