"""Names that a pattern gives: acronyms in brackets, other names, forces and ministries of a country."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.extract.rules.nameless import is_nameless
from dateline.facts.extraction import FoundAlias
from dateline.facts.names import PATTERN, Name, plain
from dateline.places.countries import country_words
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

_CAPITAL = r"(?:(?:al|el|ul)-)?[A-ZÀ-Þ](?:[\w’'-]|\.(?=\w))*"
_RUN = rf"{_CAPITAL}(?:\s+(?:(?:of|in|for|and|the|de|del|la|los|el|al|bin|ibn|y|von|van)\s+)*{_CAPITAL})*"
_BRACKET = re.compile(r"[(\[]\s*(?:the )?[“\"]?(?P<short>[A-Z][A-Za-z.&/-]{1,11})[”\"]?\s*[)\]]")
_EXPANSION = re.compile(r"\b(?P<short>[A-Z][A-Za-z.&/-]{1,9})\s*\((?:the |The )?(?P<long>[A-Z][\w’'. &-]{5,80})\)")
IN_BRACKETS = "names: acronym in brackets"
_EXPANDED = "names: acronym before its long form in brackets"
_SKIPPED = {"of", "the", "and", "for", "in", "on", "to", "de", "del", "la", "los", "las", "el", "y", "al", "&", "a"}
_QUOTED = rf"(?:[“\"'‘](?P<quoted>[^”\"’\n]{{2,60}}?)[,.]?[”\"'’]|(?P<bare>{_RUN}))"


@dataclass(frozen=True)
class Naming:
    """Another name for the name that ends at `before` (or for the next one where `after` is the whole)."""

    before: int
    alias: FoundAlias


def acronyms(text: str, start: int) -> Iterator[tuple[Name, Naming]]:
    """“Long Name (LN)”: the words before a bracket whose first letters it has in order."""
    for match in _BRACKET.finditer(text, start):
        long = _long_form(text, match.start(), re.sub(r"[^A-Za-z]", "", match["short"]))
        if long and _may_be_body(plain(long.of(text))):
            short = Span(match.start("short"), match.end("short"))
            name = Name(long, "group", plain(long.of(text)), trust=PATTERN, origin=IN_BRACKETS)
            yield name, Naming(long.end, FoundAlias(match["short"], "acronym", short, IN_BRACKETS))
    yield from _expanded(text, start)


def _expanded(text: str, start: int) -> Iterator[tuple[Name, Naming]]:
    """“LN (Long Name)”."""
    for match in _EXPANSION.finditer(text, start):
        letters = re.sub(r"[^A-Za-z]", "", match["short"])
        long = _long_form(text, match.end("long"), letters)
        if long and long.start == match.start("long") and _may_be_body(plain(long.of(text))):
            short = Span(*match.span("short"))
            name = Name(long, "group", plain(long.of(text)), trust=PATTERN, origin=_EXPANDED)
            yield name, Naming(long.end, FoundAlias(match["short"], "acronym", short, _EXPANDED))


def _may_be_body(name: str) -> bool:
    """No country, and neither a measure nor a law: “Gross Domestic Product (GDP)”."""
    parts = name.split()
    is_measure = parts[-1].lower() in word_set("things", "measured") or is_nameless(parts)
    return not is_measure and name.lower() not in country_words()


def _long_form(text: str, end: int, letters: str) -> Span | None:
    """The words before `end` whose first letters, small words aside, spell the acronym."""
    before = list(re.finditer(r"[\w’'.]+", text[max(0, end - 140) : end]))
    shift = max(0, end - 140)
    left = list(letters)
    last = shift + before[-1].end() if before else 0
    for word in reversed(before):
        if not left:
            break
        first = word[0][0]
        # “Department for Overseas Aid (DfOA)”: a small letter stands for a small word.
        if (first.isupper() and first.lower() == left[-1].lower()) or (first == left[-1] and word[0] in _SKIPPED):
            left.pop()
            if not left:
                return Span(shift + word.start(), last)
        elif word[0].lower() not in _SKIPPED:
            return None
    return None


def other_names(text: str, start: int) -> Iterator[Naming]:
    """“X, also known as “Y””: Y, and where the words before it end."""
    for pattern, kind in _alias_patterns():
        for match in pattern.finditer(text, start):
            group = "quoted" if match["quoted"] else "bare"
            span = Span(match.start(group), match.end(group))
            name = plain(span.of(text))
            owns = re.match(r"['’]s\b", text[span.end : span.end + 2]) or re.search(r"['’]s$", span.of(text))
            if name and name[0].isupper() and not (name.lower() in country_words() and (owns or group == "bare")):
                yield Naming(match.start(), FoundAlias(name, kind, span, "names: words for another name"))


@lru_cache(maxsize=1)
def _alias_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    given = words("aliases")["patterns"]
    return tuple(
        (re.compile(rf",?\s{{0,3}}\(?\b(?i:{item['words'].replace(' ', chr(92) + 's+')}),?\s+{_QUOTED}"), item["kind"])
        for item in given
    )


def self_names(text: str, start: int) -> Iterator[Name]:
    """“militias who call themselves the X”: X."""
    for match in _self_pattern().finditer(text, start):
        group = "quoted" if match["quoted"] else "bare"
        span = Span(match.start(group), match.end(group))
        yield Name(span, "group", plain(span.of(text)), trust=PATTERN, origin="names: what a group calls itself")


@lru_cache(maxsize=1)
def _self_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?i:{words('aliases')['self'].replace(' ', chr(92) + 's+')}),?\s+(?:the\s+)?{_QUOTED}")
