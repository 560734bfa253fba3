"""seeds ─read─▶ Seed: the dateline with which a report opens, "BAGHDAD, Iraq, Jan. 4, 2024 (Agency) — …"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.read.dates import day_of, day_pattern
from dateline.read.words import any_of, load_words

_LONGEST_REMARK = 12  # words
_BYLINE = re.compile(r"(?:[Bb]y|BY)(?: [A-Z][\w.'’-]*){2,4}(?:, ?[\w .]*)?")
_LINES = 5  # a headline, a byline and the like may stand before it
_LENGTH = 120  # characters; a longer line without a dateline is the report itself
# What parts a dateline from the report; a colon or a full stop does so after capitals or an agency alone.
_PARTS = re.compile(r"\s*(?:--+|[—–―])\s*|(?<=\))\s*-\s*|(?<=\d)-\s+|\s+-\s+|(?<=[A-Z0-9).]):\s+|(?<=/)\.?\s+(?=\S)")


@dataclass(frozen=True)
class Dateline:
    """What a dateline says, each "" where it does not.

    place   as written, "BAGHDAD, Iraq"
    day     `YYYY-MM-DD`; "" also where the year is not written
    agency  as written in the brackets
    """

    place: str = ""
    day: str = ""
    agency: str = ""


def find_dateline(text: str) -> Dateline:
    """The dateline at the start of one of the first lines; an empty one where there is none."""
    lines = [line.strip() for line in text[:2000].replace("*", "").split("\n") if line.strip()][: _LINES + 1]
    for line, following in zip(lines[:_LINES], [*lines[1:], ""], strict=False):
        found = parse_dateline(line, following)
        if found or len(line) > _LENGTH:
            return found or Dateline()
    return Dateline()


def parse_dateline(line: str, following: str = "") -> Dateline | None:
    """The dateline at the start of a line; where it fills the line, the report is what follows.

    Capitals, a date or a known agency must mark it: "Kabul - The" alone may open any sentence.
    """
    for parting in _PARTS.finditer(line, 0, _LENGTH):
        head, rest = line[: parting.start()], line[parting.end() :] or following
        found = _parse_head(head, mark=parting[0].strip(), rest=rest)
        if found:
            return found
    return None


def _parse_head(head: str, *, mark: str, rest: str) -> Dateline | None:
    match = _head().fullmatch(head.strip())
    if not match or not rest:
        return None
    prefix = next((name for name in "ab" if any(match[f"{name}d{n}"] for n in "123")), "")
    day = (day_of(match, prefix) if prefix else "") or ""
    place = match["place"].strip(" ,")
    place = "" if place.strip(".").lower() in load_words().weekdays else place
    agency = (match["round"] or match["slashed"] or "").strip()
    if not _is_place(place):
        return None
    marked = bool(prefix) or _is_marked(place, agency, mark=mark, rest=rest)
    if not marked or (prefix and not place and not agency and not day):
        return None
    return Dateline(place, day, agency)


def _is_marked(place: str, agency: str, *, mark: str, rest: str) -> bool:
    """True where a dateline without a date is more than a sentence with a dash in it."""
    if agency.lower() in load_words().agencies:
        return True
    if not place or rest[0].islower() or not any(character.islower() for character in rest):
        return False
    shouted = _is_capital(place.partition(",")[0])
    if agency:
        return shouted and not _abbreviates(agency, place) and not _abbreviates(place, agency)
    return shouted or ("," in place and mark in ("—", "–", "―", "--"))


def _is_place(place: str) -> bool:
    """True where each word could be of a place's name; no place at all is well formed too."""
    words = load_words()
    parts = [part.split() for part in re.split(r"[,/]| and ", place)] if place else []
    if len(parts) > 4 or any(not 1 <= len(part) <= 5 for part in parts):
        return False
    flat = [word for part in parts for word in part]
    if any(word.strip("().:").lower() in words.not_places for word in flat):
        return False
    if flat and flat[0].lower() in words.prepositions and not flat[0].isupper():
        return False
    return all(_is_name(word) for word in flat)


def _is_name(word: str) -> bool:
    pieces = [piece for piece in re.split(r"[-‑'’.]", word.strip("()")) if piece]
    small = load_words().articles | load_words().prepositions
    return bool(pieces) and all(piece[0].isupper() or piece.lower() in small for piece in pieces)


def _is_capital(words: str) -> bool:
    letters = [character for character in words if character.isalpha()]
    small = sum(character.islower() for character in letters)
    return len(letters) > 1 and small <= len(letters) // 5


def _abbreviates(short: str, long: str) -> bool:
    initials = "".join(word[0] for word in re.split(r"[\s-]+", long) if word[:1].isalpha())
    return len(initials) > 1 and short.replace(".", "").lower() == initials.lower()


@lru_cache(maxsize=1)
def _head() -> re.Pattern[str]:
    weekday = rf"(?:(?:{any_of(load_words().weekdays)})\b\.?,?\s+)?"
    agency = r"(?:,?\s*\((?P<round>[^\W\d][^()]{1,39})\)|[,.]?\s*/\s*(?P<slashed>[^/\d]{2,30}?)\s*/)"
    return re.compile(
        rf"(?P<place>.*?)(?:(?:^|[,.]?\s+){weekday}{day_pattern('a')})?(?:{agency})?"
        rf"(?:(?:^|,?\s+){weekday}{day_pattern('b')})?[,.]?",
        re.IGNORECASE,
    )


def is_byline(words: str) -> bool:
    """True for a line that says who wrote and no more: “By Rosa Lind”, “by Rosa Lind, Corvale”."""
    return bool(_BYLINE.fullmatch(words.strip()))


def is_remark(words: str) -> bool:
    """True for a desk's remark in one line, or who wrote: “=(PICTURE)=”, “ATTENTION - ADDS details ///”."""
    words = words.strip()
    if "\n" in words or not words or len(words.split()) > _LONGEST_REMARK:
        return False
    signed = words[0] in "=/*+" or words.endswith("/") or words.startswith("Eds:")
    return signed or is_byline(words) or not any(map(str.isalpha, words))
