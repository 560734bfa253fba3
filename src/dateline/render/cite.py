"""How a page asks to be cited: in words, as BibTeX and as CSL-JSON.

The page's own address is not known when it is made: `{address}` marks where a reader's browser puts it.
"""

import json
import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from dateline.render.dates import day_words

_BIBTEX = str.maketrans({"\\": r"\textbackslash{}", **{sign: f"\\{sign}" for sign in "{}%&$#_"}})


@dataclass(frozen=True)
class Citation:
    """One form to copy; address: what the page's address stands in, between `before` and `after`."""

    form: str
    before: Markup
    address: Markup
    after: Markup


def citations(title: str, site: str, date: str, key: str) -> tuple[Citation, ...]:
    """A briefing in words, as BibTeX and as CSL-JSON."""
    day = day_words(date).partition(" ")[2]
    words = f"“{_inner(title)}”, {site}, {day} ({key})."
    return (
        Citation("Text", _as_it_stands(words), Markup(" {address}"), Markup("")),
        Citation("BibTeX", *_bibtex(title, site, date, key)),
        Citation("CSL-JSON", *_csl(title, site, date, key)),
    )


def _bibtex(title: str, site: str, date: str, key: str) -> tuple[Markup, Markup, Markup]:
    fields = {"title": f"{{{title.translate(_BIBTEX)}}}", "organization": site.translate(_BIBTEX), "date": date}
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
    return (
        _as_it_stands(f"@online{{{key},\n" + ",\n".join(lines)),
        _as_it_stands(",\n  url = {{address}}"),
        _as_it_stands("\n}"),
    )


def _csl(title: str, site: str, date: str, key: str) -> tuple[Markup, Markup, Markup]:
    issued = {"date-parts": [[int(part) for part in date.split("-")]]}
    record = {"id": key, "type": "webpage", "title": title, "container-title": site, "issued": issued}
    text = json.dumps(record, ensure_ascii=False)
    return _as_it_stands("[" + text.removesuffix("}")), _as_it_stands(', "URL": "{address}"'), _as_it_stands("}]")


def _as_it_stands(text: str) -> Markup:
    """Text of several lines within one line of the page."""
    return Markup(str(escape(text)).replace("\n", "&#10;"))  # noqa: S704 - escaped here


def _inner(title: str) -> str:
    """The title within quotation marks: its own become single ones."""
    curly = re.sub(r'"([^"]*)"', r"‘\1’", title)
    return curly.replace("“", "‘").replace("”", "’")
