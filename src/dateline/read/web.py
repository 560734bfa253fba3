"""seeds ─read─▶ Seed: a saved web page, from its frozen text where there is one."""

import importlib
import re

from dateline.read.article import make_seed
from dateline.read.decode import clean, tidy, utf8
from dateline.read.faults import SeedError
from dateline.read.freeze import frozen_path, thaw
from dateline.read.header import read_header
from dateline.read.source import Found, Reading, SeedFile

_LEAST = 100  # characters; what is shorter is a menu or a notice, no report
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{1,40})", re.IGNORECASE)


def read_web(file: SeedFile) -> Reading:
    """The one article of an `.html` file (SeedError where it cannot be read).

    Without a frozen text it needs the packages of the extra `draft` (rule `seed-needs-package`).
    """
    frozen = frozen_path(file.sha256, texts=file.texts)
    if frozen.is_file():
        return thaw(frozen, file)
    given, text = _extract(decode_page(file.data))
    if len(text) < _LEAST:
        raise SeedError("must hold an article, and no main text was found; save it as .txt", rule="seed-empty")
    header, _ = read_header(given)
    seed = make_seed(header, text, ref=file.path, sha256=file.sha256, form="html", name=file.stem)
    return Reading((Found(seed),))


def decode_page(data: bytes) -> str:
    """The text of a page: UTF-8, or else the encoding that it declares (SeedError where neither fits)."""
    if b"\x00" in data:
        line = data.count(b"\n", 0, data.index(b"\x00")) + 1
        raise SeedError("must be text, found a NUL byte; check what kind of file this is", line=line)
    try:
        return utf8(data)
    except SeedError:
        charset = _CHARSET.search(data, 0, 4096)
        if not charset:
            raise
    name = charset[1].decode("ascii").lower()
    # Browsers read what is declared Latin 1 as Windows 1252 (WHATWG Encoding).
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(name, name)
    try:
        return data.decode(name)
    except (LookupError, UnicodeError):
        raise SeedError(
            f"must be UTF-8 or the encoding that it declares, and is not {name}; save it as UTF-8"
        ) from None


def _extract(page: str) -> tuple[dict[str, str], str]:
    try:
        webpage = importlib.import_module("dateline.read.webpage")
    except ImportError:
        message = "a web page needs the packages of drafting to be read first: pip install 'dateline[draft]'"
        raise SeedError(message, rule="seed-needs-package") from None
    given, text = webpage.extract(page)
    return given, tidy(clean(text))
