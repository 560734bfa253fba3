"""seeds ─read─▶ Seed: plain text, led by ` date 2024-01-04 `, by `Key: value` lines, or by nothing."""

import re

from dateline.read.article import make_seed
from dateline.read.datelines import is_remark, parse_dateline
from dateline.read.dates import published_day
from dateline.read.decode import decode, tidy
from dateline.read.header import ALL_KEYS, read_header
from dateline.read.source import Found, Reading, SeedFile

_DATE = re.compile(r"\s*date[ \t]+(\d{4}-\d\d-\d\d)(?=\s|\Z)", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_KEY_LINE = re.compile(r"[ \t]*([A-Za-z][A-Za-z _-]{0,20}?)[ \t]*:[ \t]*(.*)")
_HEADLINE_LENGTH = 120
_HEADLINE_WORDS = 20
_NO_HEADLINE_END = ".,;:…"
_CLOSING = "\"'”’»)]"


def read_plain(file: SeedFile) -> Reading:
    """The one article of a `.txt` file (SeedError where it cannot be read)."""
    given, lines, body = split_header(decode(file.data))
    header, faults = read_header(given)
    text = tidy(body)
    if not header.title:
        header = header.model_copy(update={"title": headline(text)})
    seed = make_seed(header, text, ref=file.path, sha256=file.sha256, form="txt", name=file.stem)
    return Reading((Found(seed),), tuple(fault.problem(file.path, lines[fault.key]) for fault in faults))


def split_header(text: str) -> tuple[dict[str, str], dict[str, int], str]:
    """What stands before the article: its keys and values, the line of each key, and the rest of the text."""
    dated = _DATE.match(text)
    if dated:
        return {"date": dated[1]}, {"date": text.count("\n", 0, dated.start(1)) + 1}, text[dated.end() :]
    lead = len(text) - len(text.lstrip())
    block, *body = _EMPTY_LINE.split(text[lead:], maxsplit=1)
    matches = [_KEY_LINE.fullmatch(line) for line in block.split("\n")]
    if not matches[0] or matches[0][1].lower() not in ALL_KEYS or not all(matches):
        return {}, {}, text
    first = text.count("\n", 0, lead) + 1
    found = [(match[1], match[2].strip(), first + number) for number, match in enumerate(matches) if match]
    return {key: value for key, value, _ in found}, {key: line for key, _, line in found}, "".join(body)


def headline(text: str) -> str:
    """The first line, below a desk's remark or who wrote, where it clearly is a headline, else "".

    Short, followed by an empty line, without a full stop, and no dateline or date. It stays in the text.
    """
    first, _, rest = text.partition("\n")
    while is_remark(first) and rest.strip():
        first, _, rest = rest.lstrip("\n").partition("\n")
    if not rest.startswith("\n") or not first[:1].strip() or len(first) > _HEADLINE_LENGTH:
        return ""
    if len(first.split()) > _HEADLINE_WORDS or first.rstrip(_CLOSING)[-1:] in (*_NO_HEADLINE_END, ""):
        return ""
    return "" if parse_dateline(first, rest) or published_day(first) else " ".join(first.split())
