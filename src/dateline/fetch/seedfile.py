"""An article becomes the text of a seed file that `read` gives back as it is."""

import re
from collections.abc import Container, Mapping
from pathlib import Path, PurePosixPath

from dateline.fetch.client import Answer
from dateline.fetch.feeds import Entry
from dateline.fetch.report import FetchError
from dateline.model import Seed
from dateline.read.decode import clean, tidy
from dateline.read.faults import SeedError
from dateline.read.files import read_file
from dateline.read.header import Header, read_header
from dateline.read.source import SeedFile
from dateline.read.web import decode_page
from dateline.read.webpage import extract
from dateline.text.slugs import free_slug, slug

_CHARSET = re.compile(r"charset=[\"']?([A-Za-z0-9_:-]{1,40})")
_TAG = re.compile(r"<[^>]{1,200}>")
_NAME = 60  # characters of a file's name after its day


def article(answer: Answer) -> tuple[Header, str]:
    """What a page says of its article, and its paragraphs (FetchError where it is no page)."""
    kind = answer.headers.get("content-type", "")
    if "html" not in kind.lower():
        raise FetchError(f"is no web page but {kind.partition(';')[0] or 'something untold'}", outcome="refused")
    try:
        given, text = extract(_decoded(answer.body, kind))
        header, _ = read_header(given)
        return header, tidy(clean(text))
    except SeedError as error:
        raise FetchError(f"cannot be read: {error.message}", outcome="refused") from None


def _decoded(body: bytes, kind: str) -> str:
    """By what the server says, else by what the page says."""
    said = _CHARSET.search(kind)
    try:
        return body.decode(said[1]) if said else decode_page(body)
    except (LookupError, UnicodeError):
        return decode_page(body)


def header_of(entry: Entry, page: Header, url: str, settings: Mapping[str, str]) -> Header:
    """What is known of an article: the feed counts before the page, settings where both are silent."""
    title = "" if _TAG.search(entry.title) else entry.title
    return Header(
        title=title or page.title,
        date=entry.published or page.date,
        publisher=settings.get("publisher") or page.publisher or entry.publisher,
        url=url,
        author=page.author or entry.author,
        licence=entry.licence or page.licence or settings.get("licence", ""),
    )


def seed_text(header: Header, text: str) -> str:
    """The file: `Key: value` lines, an empty line, the article."""
    given = {key: " ".join(clean(value).split()) for key, value in header.model_dump().items() if value}
    return "".join(f"{key.capitalize()}: {value}\n" for key, value in given.items()) + f"\n{text}\n"


def seed_name(header: Header, taken: Container[str]) -> str:
    """`YYYY-MM-DD-words-of-the-title`, a name that no seed has."""
    return free_slug(f"{header.date}-{slug(header.title or 'untitled', longest=_NAME)}", taken)


def seed_of(path: str, content: str, root: Path) -> Seed:
    """The seed as it will be read from that file (FetchError where it would read otherwise)."""
    reading = read_file(SeedFile(path, content.encode(), root, root / ".dateline" / "texts"))
    if len(reading.found) != 1 or reading.problems:
        told = reading.problems[0].message if reading.problems else "it holds no article"
        raise FetchError(f"{PurePosixPath(path).name} could not be read again: {told}", outcome="refused")
    return reading.found[0].seed
