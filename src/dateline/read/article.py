"""seeds ─read─▶ Seed: what the text itself says (dateline, date, headline) where no header does."""

import re

from dateline.model import Seed
from dateline.read.datelines import find_dateline
from dateline.read.dates import day_in_name, published_day
from dateline.read.faults import SeedError
from dateline.read.header import Header

_WORD = re.compile(r"\w")


def make_seed(header: Header, text: str, *, ref: str, sha256: str, form: str, name: str = "") -> Seed:
    """The seed of a tidy text.

    The header counts before the dateline, the dateline before a line such as "Published 4 January 2024",
    that before the web address and the file's name. Raises SeedError (`seed-empty`) where there is no text.
    """
    if not _WORD.search(text):
        raise SeedError("must hold an article's text, and holds none; add it or remove the file", rule="seed-empty")
    dateline = find_dateline(text)
    stated = header.date or dateline.day or published_day(text)
    return Seed(
        ref=ref,
        sha256=sha256,
        text=text,
        format=form,
        title=header.title,
        published=stated or day_in_name(header.url) or day_in_name(name),
        publisher=header.publisher or dateline.agency,
        url=header.url,
        author=header.author,
        place=header.place or dateline.place,
        licence=header.licence,
    )
