"""Who a person is by the words beside the name: work, country, year of birth; and what contradicts what."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

CountryOf = Callable[[str], str | None]
"""A name or adjective of a place -> what stands for its country, None where it is not known."""

# Before surnames, parts of them.
PARTICLES = frozenset(words("titles")["particles"])

_BESIDE = 110  # characters
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_FORMER = frozenset({"former", "ex", "late", "ex-", "retired", "one-time", "onetime", "then", "ousted", "deposed"})
_AGED = re.compile(r",\s(?:aged\s)?(?P<age>\d{1,3})(?=[,.;)])")
_SMALL = frozenset(
    {"the", "a", "an", "on", "in", "at", "his", "her", "their", "its", "but", "and", "when", "as", "for", "after"}
)
_OWNER = re.compile(r"['’]s?$")


@dataclass(frozen=True)
class Described:
    """What one mention says.

    role   a noun of `occupations`, in lower case, "" where none is told
    former whether it is told as something of the past
    whence names and adjectives of places that stand with the role, as written: “Norway”, “Norwegian”, “Leeds”
    born   the first and last year in which the person may be born
    """

    role: str = ""
    former: bool = False
    whence: tuple[str, ...] = ()
    born: tuple[int, int] | None = None

    @property
    def words(self) -> str:
        """In one phrase, for people."""
        if self.born:
            return f"born in {self.born[0]} or {self.born[1]}"
        return " ".join([*(["former"] if self.former else []), self.role, *(f"({place})" for place in self.whence[:1])])


def form_of_name(name: str) -> str:
    """A name without capitals, accents, full stops and apostrophes: “Reçep W. Erdoğan” as “recep w erdogan”."""
    letters = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    plain = letters.casefold().translate(_LETTERS)
    return " ".join(re.sub(r"['’ʼ.]", "", plain).replace("-", " ").split())


def is_surname_alone(name: str) -> bool:
    """“Tarvel”, “De Tarvel”, “al-Tarvel”."""
    parts = form_of_name(name).split()
    return bool(parts) and all(part in PARTICLES for part in parts[:-1])


def described(text: str, mentions: Iterable[Span], year: int) -> tuple[Described, ...]:
    """What stands beside the mentions of a person in a report of this year, each saying once."""
    found: dict[Described, None] = {}
    for span in mentions:
        before, after = text[max(0, span.start - _BESIDE) : span.start], text[span.end : span.end + _BESIDE]
        age = _AGED.match(after)
        if age:
            years = year - int(age["age"])
            found[Described(born=(years - 1, years))] = None
        for match in (_before().search(before), _after().match(after[age.end() if age else 0 :])):
            if match:
                found[_of(match)] = None
    return tuple(found)


def mentions_of(name: str, text: str) -> tuple[Span, ...]:
    """Where a name stands in a text, the first few times."""
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text) if name in text else ()
    return tuple(Span(*match.span()) for match, _ in zip(found, range(3), strict=False))


def _of(match: re.Match[str]) -> Described:
    modifiers = [word.strip(",") for word in (match["modifiers"] or "").split()]
    former = any(word.lower() in _FORMER for word in modifiers)
    whence = [_OWNER.sub("", word) for word in modifiers if word[:1].isupper() and word.lower() not in _SMALL]
    named = re.match(r"(?:the\s)?(?P<place>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2})", match["place"] or "")
    return Described(" ".join(match["role"].lower().split()), former, (*([named["place"]] if named else []), *whence))


@lru_cache(maxsize=1)
def _roles() -> str:
    given = {role for roles in words("occupations").values() for role in roles} - word_set("occupations", "kin")
    return "|".join(
        re.escape(role).replace(r"\ ", r"\s") for role in sorted(given, key=lambda role: (-len(role), role))
    )


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    """“The Norwegian prime minister, ”, “Canada's ambassador to Kenya, ”, “President ”."""
    modifiers = r"(?:(?<![\w’'-])(?P<modifiers>(?:[\w’'-]+\s){1,4}?))?"
    place = r"(?:\s(?:(?:of|from|in)\s(?P<place>[^,.;:()\n]{2,50})|(?:for|to|at|on)\s[^,.;:()\n]{2,50}))?,"
    return re.compile(rf"{modifiers}(?<![\w-])(?P<role>(?i:{_roles()}))(?:{place})?\s$")


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    """“, a baker of Leeds”, “, Norway's prime minister”, “, the prime minister of Norway”."""
    not_one = r"(?!(?:by|of|to|with|whose|which|that|where|who|led|and|said|has|had|is|was|for|from|in)\b)"
    place = r"(?:\s(?:of|from|in)\s(?P<place>[^,.;:()\n]{2,50}))?"
    return re.compile(rf",\s(?P<modifiers>(?:{not_one}[\w’'-]+\s){{0,5}}?)(?P<role>{_roles()})\b(?!-){place}")


def contradict(one: Iterable[Described], other: Iterable[Described], country_of: CountryOf) -> bool:
    """True where no one person can well be both, as a baker of Leeds and the prime minister of Norway."""
    first, second = _Whole.of(one, country_of), _Whole.of(other, country_of)
    if first.born and second.born and (first.born[0] > second.born[1] + 1 or second.born[0] > first.born[1] + 1):
        return True
    if first.roles & second.roles or not (first.work and second.work):
        return False
    if first.in_office != second.in_office and (first.in_trade or second.in_trade):
        return True
    settled = first.in_office or second.in_office or (first.in_trade and second.in_trade)
    return settled and _are_apart(first, second)


def _are_apart(first: "_Whole", second: "_Whole") -> bool:
    return bool(first.countries and second.countries and not first.countries & second.countries)


def agree(one: Iterable[Described], other: Iterable[Described], country_of: CountryOf) -> bool:
    """True where both hold the same office of state, and not of two countries."""
    first, second = _Whole.of(one, country_of), _Whole.of(other, country_of)
    same = first.roles & second.roles & word_set("occupations", "offices")
    return bool(same) and not _are_apart(first, second)


@dataclass(frozen=True)
class _Whole:
    """All that is said of a person: `work` is what one does now, `roles` with what one did."""

    roles: frozenset[str]
    work: frozenset[str]
    countries: frozenset[str]
    born: tuple[int, int] | None

    @classmethod
    def of(cls, told: Iterable[Described], country_of: CountryOf) -> "_Whole":
        told = tuple(told)
        roles = frozenset(one.role for one in told) - {""} - word_set("occupations", "neutral")
        work = frozenset(one.role for one in told if not one.former) & roles
        found = {country_of(place) for one in told if one.role in work for place in one.whence}
        born = next((one.born for one in told if one.born), None)
        return cls(roles, work, frozenset(country for country in found if country), born)

    @property
    def in_office(self) -> bool:
        return bool(self.work & word_set("occupations", "offices"))

    @property
    def in_trade(self) -> bool:
        return bool(self.work & word_set("occupations", "trades")) and not self.in_office
