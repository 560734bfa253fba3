"""Names that a noun beside them gives, signs of shares, and names in their own script behind a name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.extract.rules.nameless import is_nameless
from dateline.extract.rules.patterns import Naming
from dateline.facts.extraction import FoundAlias
from dateline.facts.names import PATTERN, Name, adjectives, not_names, plain
from dateline.places.countries import country_words
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

_WORD = r"[A-ZÀ-Þ][\w&.’-]*\w"
_RUN = rf"{_WORD}(?:[ ](?:(?:of|de|del|el|la|al|the)[ ])?{_WORD}){{0,3}}"
_BRACKET = re.compile(r"[ ]\((?P<sign>[A-Z][A-Z&-]{1,6}[A-Z])\)")
_IN_BRACKETS = "names: acronym behind a name"
# “Lagos-based”, “Arabic-language”: what a paper is, not its name.
_TELLS = re.compile(r"-(?:based|language|owned|run|backed)$")
_UNIT = "names: numbered unit"
TICKER = "names: sign of its shares"
_NAMED, _SCRIPT = "names: noun that tells what it is", "names: in its own script"
# “Ruritanian: Имя”: letters of another script after a bracket.
_OTHER = r"[^\x00-\x7fÀ-ɏ(),;]"
_NATIVE = re.compile(rf"\((?:[A-Z][a-z]+[:;,]? )?(?P<native>(?![À-ɏ])[^\W\d_A-Za-z]{_OTHER}*(?: {_OTHER}+)*)")


def named_by_nouns(text: str, start: int) -> Iterator[Name]:
    """“The newspaper Dawn”, “Dawn newspaper”, “the band The Lamps”."""
    for kind, pattern in _nouns():
        for match in pattern.finditer(text, start):
            yield from _named(text, Span(*match.span("name")), kind)


def units(text: str, start: int) -> Iterator[Name]:
    """“The 3rd Battalion”, “134th Fighter Squadron”, “4 Supply Wing”."""
    for match in _units().finditer(text, start):
        span = Span(*match.span())
        yield Name(span, "group", plain(span.of(text)), "state-forces", trust=PATTERN, origin=_UNIT)


def associations(text: str, start: int) -> Iterator[Name]:
    """“Friends of Orla”, “Lawyers for Peace”: not where a sentence begins, since friends of Orla may be friends."""
    for match in _associations().finditer(text, start):
        yield Name(Span(*match.span()), "group", plain(match[0]), "civil-society", trust=PATTERN, origin=_NAMED)


@lru_cache(maxsize=1)
def _associations() -> re.Pattern[str]:
    given = words("cues")["associations"]
    alternatives = "|".join(rf"(?:{'|'.join(fields['people'])})[ ](?:{'|'.join(fields['ties'])})" for fields in given)
    return re.compile(rf"(?<=[a-z,’”][ ])(?:{alternatives})[ ](?:the[ ])?{_RUN}")


@lru_cache(maxsize=1)
def _units() -> re.Pattern[str]:
    last, bare = "|".join(words("cues")["units"]), "|".join(words("cues")["bare-units"])
    return re.compile(
        rf"\b\d{{1,3}}(?:(?:st|nd|rd|th|d)[ ](?:{_WORD}[ ]){{0,3}}(?:{last})|[ ](?:{_WORD}[ ]){{1,3}}(?:{bare}))\b"
    )


def _named(text: str, span: Span, kind: str) -> Iterator[Name]:
    first = span.of(text).split()[0]
    if (first.lower() in adjectives() or _TELLS.search(first)) and " " in span.of(text):
        span = Span(span.start + len(first) + 1, span.end)
    key = plain(span.of(text))
    if _TELLS.search(key) or is_nameless(key.split()) or all(_is_people(word.lower()) for word in key.split()):
        return
    titles = word_set("titles", "offices") | word_set("titles", "honorifics") | word_set("titles", "ranks")
    if not key or key.split()[0].lower() in word_set("cues", "never"):
        return
    if key.lower() not in not_names() | country_words().keys() and key.split()[0].lower() not in titles:
        yield Name(span, "group", key, kind, trust=PATTERN, origin=_NAMED)


def _is_people(word: str) -> bool:
    return word in adjectives() or word in word_set("cues", "peoples")


@lru_cache(maxsize=1)
def _nouns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    before, after = words("cues")["before"], words("cues")["after"]
    said = r"[ ](?:called[ ]|named[ ])?[“\"]?"
    return (
        *((kind, re.compile(rf"\b(?:{'|'.join(nouns)}){said}(?P<name>{_RUN})")) for kind, nouns in before.items()),
        *(
            (kind, re.compile(rf"(?<![.!?][ ])(?<!\n)\b(?P<name>{_RUN})[”\"]?[ ](?:{'|'.join(nouns)})\b"))
            for kind, nouns in after.items()
        ),
    )


def signs(text: str, start: int) -> Iterator[Naming]:
    """“Acme Corp (NYSE: ACM)”, “Acme Corp <ACM>”, “Frente Unido (UFX)”, and “Anna Example (Russian: Анна …)”."""
    for match in _signs().finditer(text, start):
        group = "listed" if match["listed"] else "sign"
        span = Span(*match.span(group))
        yield Naming(match.start(), FoundAlias(span.of(text), "acronym", span, TICKER))
    for match in _BRACKET.finditer(text, start):
        span = Span(*match.span("sign"))
        if match["sign"].lower() not in country_words():
            yield Naming(match.start(), FoundAlias(match["sign"], "acronym", span, _IN_BRACKETS))
    for match in _NATIVE.finditer(text, start):
        span = Span(match.start("native"), match.start("native") + len(match["native"].rstrip()))
        yield Naming(match.start(), FoundAlias(span.of(text), "translation", span, _SCRIPT))


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    exchanges = "|".join(words("cues")["exchanges"])
    return re.compile(rf"\((?:{exchanges}):?\s*(?P<listed>[A-Z][A-Z.]{{0,5}})\)|<(?P<sign>[A-Z][A-Z.]{{0,6}})>")
