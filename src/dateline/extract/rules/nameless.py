"""Words with capitals that are shaped like a name and name nobody: measures, offices, headlines, mines, ships."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from dateline.facts.names import NOBODY, PATTERN, Name, adjectives
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

_MONTHS = "|".join(sorted({month[:3].title() for month in words("calendar")["months"]}))
# “MAY7”, “Nov.3”, “JAN8511”, “April-17”: a month and its day or year in one word.
_CONTRACT = re.compile(rf"(?i:(?:{_MONTHS})[a-z]*)[.-]?\d+.*")
# “MD-11”, “DC9”, “A330s”, “T-46A”: what is built or graded; one figure alone may be a name (“TF1”).
_MODEL = re.compile(r"(?:[A-Z]{1,5}|[A-Z][a-z]{1,2})[-/]?\d{2,}[A-Z]{0,2}[a-z]?s?|[A-Z][a-z]+-[A-Z]{1,2}\d+\w{0,2}")
_INDEX = re.compile(r"[A-Z]{1,3}-\d{1,3}[A-Z]?[ ][A-Z]")
# “AA”, “BBB”, “Baa2”: what agencies give to debt; “M-1B”, “X”: a letter with or without a figure.
_GRADE = re.compile(r"A{2,3}|B{2,3}|[AB]aa?-?\d?|[A-Z](?:-?\d[A-Za-z]?)?|[A-Z][&/][A-Z]-\d{1,2}|[A-Z]/[A-Z]\.?")
_SIGN = re.compile(r"[A-Z]{2,5}\.[A-Z]{1,2}")  # of shares at an exchange: “PRUL.L”
_NUMBER = re.compile(r"\d[\d,]*[.,]\d+")
_ORDER = re.compile(r"[A-Z]\.?|\d+|One|Two|Three|Four|Five|Six")
_SMALL = ("and", "of", "the", "for", "&", "'s", "’s")
_COUNTRY = re.compile(r"U\.?S\.?A?|U\.?K\.?")
# “(Minister denies knowing, says aide, 6 May)”: another article's headline and its day.
_DAY = rf"\d{{1,2}}[ ](?:{'|'.join(month.title() for month in words('calendar')['months'])})(?:[ ]\d{{4}})?"
_HEADLINE = re.compile(rf"\((?=[“‘\"']?[A-Z])(?!Born\b)[^()\n]{{15,160}}?,[ ](?:[A-Za-z]+[ ])?{_DAY}\)")
_LEAST_SMALL = 2  # words of a headline without a capital


def is_nameless(parts: Sequence[str]) -> bool:
    """True where no word of a name could be part of one, or where one is a measure, a column or a contract."""
    lower = [part.lower().strip("(.,)") for part in parts]
    return (
        any(_CONTRACT.fullmatch(part) or _NUMBER.fullmatch(part) for part in parts)
        or not _measures().isdisjoint(lower)
        or (len(parts) == 1 and _is_label(parts[0]))
        or (len(parts) > 1 and _is_designation(parts))
        or " ".join(lower) in word_set("things", "capitals")
        or all(word in word_set("cues", "legal-forms") or word in _SMALL for word in lower)
        or _is_general(lower)
        or (len(parts) == 2 and lower[0] in word_set("cues", "numbered") and bool(_ORDER.fullmatch(parts[1])))
        or _is_only_of_a_country(parts)
    )


@cache
def _measures() -> frozenset[str]:
    return word_set("things", "measures") | word_set("wires-1987", "measures")


@cache
def _general() -> frozenset[str]:
    own = word_set("cues", "general") | word_set("wires-1987", "general") | word_set("titles", "offices")
    return own.union(words("calendar")["months"], _SMALL)


@cache
def _alone() -> frozenset[str]:
    return word_set("cues", "alone") | word_set("wires-1987", "alone")


@cache
def _last() -> frozenset[str]:
    return word_set("things", "last") | word_set("wires-1987", "last")


def _is_label(word: str) -> bool:
    return any(shape.fullmatch(word) for shape in (_MODEL, _GRADE, _SIGN)) or _is_pair(word)


def _is_designation(parts: Sequence[str]) -> bool:
    """“Pantsir-S2s” in three tokens, “F-16 Fighting Falcon”: an index with a hyphen before a name."""
    return ("-" in parts and _is_label("".join(parts))) or bool(_INDEX.match(" ".join(parts).replace(" - ", "-")))


def _is_pair(word: str) -> bool:
    """“U.S.-Japan”, “Iran-Pakistan-India”, “April-June”."""
    parts = re.split(r"[-/]", word)
    pair = _country_names() | {month.title() for month in words("calendar")["months"]}
    return len(parts) > 1 and all(part in pair for part in parts)


@lru_cache(maxsize=1)
def _country_names() -> frozenset[str]:
    fields = words("countries").values()
    return frozenset(name for one in fields for name in (one["name"], *one.get("names", ())))


def _is_general(lower: Sequence[str]) -> bool:
    """“Foreign Trade”, “Trade and Industry”, “Board”: what bodies are called after, but not “Planning Board”."""
    if len(lower) == 1 and lower[0] in _alone():
        return True
    return _general().issuperset(lower)


def _is_only_of_a_country(parts: Sequence[str]) -> bool:
    """“U.S. Dollar”, “U.K. Banks”: a word that any country may have; “U.S. Mint” is a body."""
    return (
        len(parts) == 2
        and _COUNTRY.fullmatch(parts[0]) is not None
        and parts[1].lower() not in word_set("cues", "of-a-country")
    )


def is_office(parts: Sequence[str], following: str) -> bool:
    """“Labour” before “Minister”, “Ruritanian Health” before “Secretary”: an office, and neither party nor body."""
    if not following.istitle() or following.lower() not in word_set("cues", "office-heads"):
        return False
    fields = [part.lower() for part in parts if part.lower() not in adjectives() and part not in _country_names()]
    return bool(fields) and all(word in word_set("cues", "fields") or _is_general([word]) for word in fields)


def is_thing(parts: Sequence[str]) -> bool:
    """“Grammy Award”, “Operation Sunrise”: what is given, held, signed or fought."""
    first, last = parts[0].lower(), parts[-1].lower()
    return len(parts) > 1 and (last in _last() or first in word_set("things", "first"))


@lru_cache(maxsize=1)
def _operations() -> re.Pattern[str]:
    firsts = "|".join(word.title() for word in words("things")["named"])
    return re.compile(rf"\b(?:{firsts})[ ][“‘\"]?(?P<name>[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+){{0,3}})")


def names_of_operations(text: str) -> frozenset[str]:
    """Of “Operation Red Dawn” and “Hurricane Ida”, “Red Dawn” and “Ida”: alone they are the same thing's."""
    return frozenset(match["name"] for match in _operations().finditer(text))


def headlines(text: str, start: int) -> Iterator[Name]:
    """Headlines of other articles in brackets: what they hold is nobody's name here."""
    for match in _HEADLINE.finditer(text, start):
        if len(re.findall(r"[ ][a-z]{2,}", match[0])) >= _LEAST_SMALL:
            yield Name(Span(*match.span()), NOBODY, match[0], trust=PATTERN, origin="names: headline in brackets")


def is_of_a_thing(text: str, span: Span) -> bool:
    """“Its Orla gold property”, “a Tarvel's restaurant”, “the ferry Ann Tarvel”."""
    behind, before = _things()
    after = text[span.end : span.end + 50]
    return bool(behind.match(after) or before.search(text[max(0, span.start - 40) : span.start]))


@lru_cache(maxsize=1)
def _things() -> tuple[re.Pattern[str], re.Pattern[str]]:
    given = words("things")
    minerals, own = "|".join(given["minerals"]), "|".join(given["behind"])
    return (
        re.compile(rf"(?:['’]s)?[ ](?:(?:{minerals})(?:-(?:{minerals}))?[ ](?:and[ ])?){{0,3}}(?:{own})\b"),
        re.compile(rf"\b(?:{'|'.join(given['before'])})[ ][“‘\"]?(?:the[ ]|The[ ])?$"),
    )
