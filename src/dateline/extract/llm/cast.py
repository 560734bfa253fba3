"""The actors of an answer, one for each name that stands in its quote, with all their mentions in the report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.extract.llm.answer import ActorAnswer, Answer
from dateline.extract.llm.quotes import find_words
from dateline.facts.extraction import ActorAt, FoundActor, FoundAlias
from dateline.facts.name_index import NameIndex
from dateline.text.span import Span


@dataclass(frozen=True)
class Cast:
    """The actors, found by name or alias. dropped: names without words in the report."""

    actors: tuple[FoundActor, ...]
    at: Mapping[str, ActorAt]
    dropped: int

    def named(self, name: str) -> ActorAt | None:
        """The position of the actor of this name."""
        return self.at.get(_key(name)) if name.strip() else None


@dataclass
class _Role:
    """An actor in the making."""

    name: str
    kind: str
    span: Span
    aliases: dict[str, FoundAlias] = field(default_factory=dict)


def cast_of(text: str, parts: Iterable[tuple[Span, Answer]], *, origin: str) -> Cast:
    """From all answers on one report; an alias that two actors share belongs to the first."""
    roles: list[_Role] = []
    at: dict[str, ActorAt] = {}
    dropped = 0
    for part, answer in parts:
        for given in answer.actors:
            span = _name_in(given.name, given.quote, text, part)
            if span is None:
                dropped += 1
                continue
            number = at.setdefault(_key(given.name), ActorAt(len(roles)))
            if number == len(roles):
                roles.append(_Role(" ".join(span.of(text).split()), given.kind, span))
            dropped += _add_aliases(roles[number], given, text, part, origin)
    for position, role in enumerate(roles):
        for name in role.aliases:
            at.setdefault(_key(name), ActorAt(position))
    return Cast(_finished(text, roles, at, origin), at, dropped)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _name_in(name: str, quote: str, text: str, part: Span) -> Span | None:
    span = find_words(quote, text, part)
    return find_words(name, text, span) if span else None


def _add_aliases(role: _Role, given: ActorAnswer, text: str, part: Span, origin: str) -> int:
    """Add what stands in its quote; how many do not."""
    dropped = 0
    for alias in given.aliases:
        span = _name_in(alias.name, alias.quote, text, part)
        if span is None:
            dropped += 1
        elif _key(alias.name) != _key(role.name):
            name = " ".join(span.of(text).split())
            role.aliases.setdefault(name, FoundAlias(name, alias.kind, span, origin))
    return dropped


def _finished(text: str, roles: Sequence[_Role], at: Mapping[str, ActorAt], origin: str) -> tuple[FoundActor, ...]:
    mentions: list[list[Span]] = [[] for _ in roles]
    names = [(name, number) for number, role in enumerate(roles) for name in (role.name, *role.aliases)]
    for span, number in (
        NameIndex[int].of((name, number) for name, number in names if at[_key(name)] == number).find(text)
    ):
        mentions[number].append(span)
    return tuple(
        FoundActor(
            role.name,
            role.kind,
            tuple(sorted({role.span, *mentions[number]})),
            tuple(alias for alias in role.aliases.values() if at[_key(alias.name)] == number),
            origin=origin,
        )
        for number, role in enumerate(roles)
    )
