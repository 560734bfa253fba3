"""SVG as text: numbers short, words escaped, paths as small steps."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

Point = tuple[float, float]


def number(value: float) -> str:
    """At most one decimal: "3", "3.5", "-0.1"."""
    text = f"{value:.1f}"
    return "0" if text == "-0.0" else text.removesuffix(".0")


def text_of(words: str) -> str:
    """Words between tags."""
    return escape(words)


def attributes(**values: float | str | None) -> str:
    """` a="1" b="x"`: None is left out, a trailing underscore dropped, other underscores are hyphens."""
    parts = []
    for key, value in values.items():
        if value is not None:
            given = value if isinstance(value, str) else number(value)
            parts.append(f" {key.rstrip('_').replace('_', '-')}={quoteattr(given)}")
    return "".join(parts)


def link(href: str, title: str, inside: str, kind: str = "") -> str:
    """A mark that leads somewhere. Readers without a mouse use the table beside the drawing, so it takes no focus."""
    return f"<a{attributes(href=href, class_=kind or None, tabindex='-1')}><title>{text_of(title)}</title>{inside}</a>"


def path(lines: Sequence[Sequence[Point]], *, closed: bool) -> str:
    """The `d` of a path: each line by steps from its first point, in tenths."""
    parts = []
    for line in lines:
        x, y = round(line[0][0] * 10), round(line[0][1] * 10)
        steps = []
        for point in line[1:]:
            next_x, next_y = round(point[0] * 10), round(point[1] * 10)
            if (next_x, next_y) != (x, y):
                steps.append(f"{_tenths(next_x - x)}{_joined(_tenths(next_y - y))}")
                x, y = next_x, next_y
        if steps:
            start = f"M{number(line[0][0])}{_joined(number(line[0][1]))}"
            parts.append(f"{start}l{_run(steps)}{'z' if closed else ''}")
    return "".join(parts)


def _tenths(value: int) -> str:
    whole, part = divmod(abs(value), 10)
    sign = "-" if value < 0 else ""
    if not part:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{part}"


def _joined(text: str) -> str:
    return text if text.startswith("-") else f" {text}"


def _run(steps: Sequence[str]) -> str:
    return steps[0] + "".join(map(_joined, steps[1:]))
