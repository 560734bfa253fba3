"""Bodies of countries by a country's name and a noun: armies, governments, ministries, coalitions; and what is none."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from dateline.facts.names import NOBODY, PATTERN, Name, adjectives, not_names, plain
from dateline.places.countries import country_words
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

# With a capital within a sentence it is a name: “the Coalition said”.
_COALITION = re.compile(r"(?<=[a-z,] )(?:the )?(?P<name>Coalition)(?= [a-z]|['’]s|[.,])")
_ORIGIN = "names: body of a country"
_ANOTHER = "names: body that another word parts from a country's"
_CAPITAL = r"(?:(?:al|el|ul)-)?[A-ZÀ-Þ](?:[\w’'-]|\.(?=\w))*"
_BEFORE = re.compile(r"(?:^|[\s“\"(])(?P<word>\w[\w’'.-]*)\s$")
_NEXT = re.compile(r"\s(?P<word>[\w’'.-]+)")
_ROW = re.compile(r",?\s*(?:and|or|,)?\s+(?:the\s+)?")
_LED = re.compile(r"\w-(?:backed|allied|aligned|supported|sponsored|trained|armed|equipped|led)$")
_STATE_FORCES = ("Armed Forces", "Army", "Police", "Navy", "Air Force")


def forces(text: str, start: int) -> Iterator[Name]:
    """“Iraqi military”, “US-led coalition”, “Foreign Ministry of Iraq”: bodies of a country.

    “Free Syrian Army” and “Bosnian Serb army” are other bodies, whole; what an army, its forces and its soldiers are
    called is one name in a text, unless they stand side by side.
    """
    found = list(_force_pattern().finditer(text, start))
    one = _military(text, found)
    called: dict[tuple[str, str, str], str] = {}
    for match in found:
        another = _another(text, match)
        if another is not None:
            yield another
            continue
        noun, led, code = _noun(match), (match["led"] or "").lower(), _code(match)
        who = " ".join(match["who"].split())
        if match["own"]:
            who = next(iter(words("countries")[code].get("adjectives", ())), who)
        if led and not _is_led(led, noun):
            continue  # Whose they are is not told, or it is no body: “US-led military action”.
        body = one.get(code, noun) if not led and noun in word_set("forces", "military") else noun
        name = called.setdefault((code, led, body), f"{who}-{led} {body}" if led else f"{who} {body}")
        kind = "coalition" if led else _force_kinds()[body]
        yield Name(Span(*match.span()), "group", name, kind, code, PATTERN, _ORIGIN)
    for match in _COALITION.finditer(text, start):
        word = _word_before(text, match.start())
        if word.istitle() and word != "The":
            continue  # “Stop the War Coalition”
        yield Name(Span(*match.span("name")), "group", "Coalition", "coalition", origin=_ORIGIN)
    yield from _bodies(text, start)


def _bodies(text: str, start: int) -> Iterator[Name]:
    for match in _body_pattern().finditer(text, start):
        kind = "state-forces" if match["body"] in _STATE_FORCES else "government-body"
        code = country_words()[" ".join(match["who"].split()).lower()]
        yield Name(Span(*match.span()), "group", plain(match[0]), kind, code, PATTERN, _ORIGIN)


def _is_led(led: str, noun: str) -> bool:
    return _force_kinds()[noun] == "coalition" or (led == "led" and noun == "forces")


def _noun(match: re.Match[str]) -> str:
    noun = " ".join(match["noun"].lower().split())
    return str(words("forces")["same"].get(noun, noun))


def _code(match: re.Match[str]) -> str:
    return country_words()[" ".join(match["who"].split()).lower()]


def _military(text: str, found: Iterable[re.Match[str]]) -> Mapping[str, str]:
    """Country -> the widest word that the text has for its military, where it sets none of them apart."""
    told: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in found:
        if _noun(match) in word_set("forces", "military") and not match["led"] and _another(text, match) is None:
            told[_code(match)].append(match)
    order = words("forces")["military"]
    return {
        code: min((_noun(match) for match in matches), key=order.index)
        for code, matches in told.items()
        if not any(_is_row(text, one, other) for one, other in pairwise(matches))
    }


def _is_row(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """“The Iraqi army and Iraqi forces”."""
    return _noun(one) != _noun(other) and bool(_ROW.fullmatch(text[one.end() : other.start()]))


def _another(text: str, match: re.Match[str]) -> Name | None:
    """The other body that a word beside it makes of it; of sort `nobody` where that one has no name."""
    word = _word_before(text, match.start())
    following = _NEXT.match(text, match.end())
    if match["led"]:
        return None
    if match["noun"][0].isupper() and following and following["word"][0].isupper() and not _is_title(following["word"]):
        return Name(Span(*match.span()), NOBODY, match[0])  # “Iraqi Police Federation”: whatever else finds it
    if _is_part_of_name(text, match, word):
        return _longer(text, match, word)
    person = bool(following) and _is_person(following["word"]) if following else False
    parted = word.lower() in word_set("forces", "another") and not (person and word.lower() in ("former", "ex"))
    if parted or (_LED.search(word) and _noun(match) == "forces"):
        return Name(Span(*match.span()), NOBODY, match[0])
    return None


def _word_before(text: str, end: int) -> str:
    """The word right before, "" where a sentence or a clause ends between."""
    before = _BEFORE.search(text[max(0, end - 40) : end])
    return before["word"] if before else ""


def _is_part_of_name(text: str, match: re.Match[str], word: str) -> bool:
    """“Bosnian Serb army”; in a name with capitals any other word with one: “New Iraqi Army”."""
    if not word[:1].isupper():
        return False
    if word.lower() in adjectives() or word in words("forces")["peoples"]:
        return True
    if not match["noun"][0].isupper() or _is_title(word) or word.endswith(("'s", "’s")) or word.lower() in not_names():
        return False
    begins = re.search(r"(?:^|[.!?:\n”\"(]\s*)$", text[: text.rfind(word, 0, match.start())][-3:])
    return not begins or word.lower() in word_set("forces", "another") | word_set("forces", "named-another")


def _is_title(word: str) -> bool:
    titles = word_set("titles", "honorifics") | word_set("titles", "offices") | word_set("titles", "ranks")
    return word.lower() in titles


def _is_person(word: str) -> bool:
    return word.lower().rstrip("s") in word_set("attribution", "members") or _is_title(word)


def _longer(text: str, match: re.Match[str], word: str) -> Name:
    span = Span(text.rfind(word, 0, match.start()), match.end())
    of_state = word.lower() in word_set("forces", "of-state")
    kind, code = (_force_kinds()[_noun(match)], _code(match)) if of_state else ("group", "")
    return Name(span, "group", plain(span.of(text)), kind, code, PATTERN, _ANOTHER)


@lru_cache(maxsize=1)
def _force_kinds() -> dict[str, str]:
    given = words("forces")
    kinds = ("state-forces", "government-body", "coalition", "rebel-group")
    return {noun: kind for kind in kinds for noun in given[kind]}


def _choices(given: list[str]) -> str:
    ordered = sorted(given, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@lru_cache(maxsize=1)
def country_choices() -> str:
    """An expression for any name, adjective or people of a country."""
    return _choices(
        [
            name
            for fields in words("countries").values()
            for name in (fields["name"], *fields.get("names", ()), *fields.get("adjectives", ()))
        ]
    )


@lru_cache(maxsize=1)
def _force_pattern() -> re.Pattern[str]:
    led = "|".join(words("forces")["led"])
    return re.compile(
        rf"(?<![\w-])(?P<who>{country_choices()})(?:-(?P<led>{led})|(?P<own>['’]s)(?:\s+[a-z-]+){{0,2}}?)?\s+(?P<noun>(?i:{_choices(sorted(_force_kinds()))}))\b"
    )


@lru_cache(maxsize=1)
def _body_pattern() -> re.Pattern[str]:
    bodies = _choices(words("forces")["bodies"])
    return re.compile(rf"\b(?:(?:{_CAPITAL})\s+)?(?P<body>{bodies})\s+of\s+(?:the\s+)?(?P<who>{country_choices()})\b")
