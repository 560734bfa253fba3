"""“The general”, “the group”, “the paper”: which actor a definite noun means."""

from collections.abc import Iterable, Sequence
from itertools import islice

from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.mentions import BODY, PERSON, SUBJECT, Cast, Mention
from dateline.facts.extraction import FoundActor
from dateline.text.lexicon import word_set, words

_BACK = 4  # sentences
_FAR = 40  # sentences in which a name is looked for that holds the noun


def by_role(
    reading: Reading, cast: Cast, actors: Sequence[FoundActor], token: Token, before: Iterable[list[Mention]]
) -> Mention | None:
    """The last mention of the one actor that a definite noun may mean.

    before: the mentions before the noun by sentence, the nearest first
    """
    if not _is_definite(reading, token):
        return None
    if token.lemma in words("anaphora")["bodies"] or token.lemma in cast.nouns:
        return _body(reading, cast, actors, token, before)
    near = list(islice(before, _BACK + 1))
    return _person(cast, reading, token, near) if token.lemma in word_set("anaphora", "person") else None


def _is_definite(reading: Reading, token: Token) -> bool:
    below = reading.below(token.i)
    if token.tag != "NN" or not any(one.lemma == "the" and one.relation == "det" for one in below):
        return False
    return all(one.relation in ("det", "compound", "amod", "punct") for one in below)


def _limits(reading: Reading, token: Token) -> set[str]:
    return {one.lemma for one in reading.below(token.i, "compound", "amod")}


def _person(cast: Cast, reading: Reading, token: Token, near: Sequence[list[Mention]]) -> Mention | None:
    """Of whom the noun and all words before it are said; nobody where another without a name is called so nearer by."""
    wanted = {token.lemma, *_limits(reading, token)}
    for mentions in near:
        meant = [
            one for one in mentions if one.kind == PERSON and not one.quoted and _is_called(cast, reading, one, wanted)
        ]
        if meant:
            same = {one.entity for one in meant}
            return meant[-1] if len(same) == 1 and meant[-1].actor is not None else None
    return None


def _is_called(cast: Cast, reading: Reading, mention: Mention, wanted: set[str]) -> bool:
    if mention.actor is None:
        return reading.tokens[mention.at].lemma in wanted
    return wanted <= cast.roles.get(mention.actor, frozenset())


def _body(
    reading: Reading, cast: Cast, actors: Sequence[FoundActor], token: Token, before: Iterable[list[Mention]]
) -> Mention | None:
    """The one body of such a kind, or with the noun in its name; of several subjects the one of the sentence before."""
    kinds = words("anaphora")["bodies"].get(token.lemma, ())
    if _limits(reading, token):
        return None
    unquoted = [[one for one in mentions if not one.quoted and one.kind == BODY] for mentions in islice(before, _FAR)]
    near = unquoted[: _BACK + 1]
    fitting = [one for mentions in near for one in mentions if _is_such(actors, reading, one, kinds, token.lemma)]
    subjects = next((found for found in map(_subjects, near[1:]) if found), [])
    meant = {one.entity for one in subjects}
    if len(meant) == 1 and subjects[0].actor is not None and meant <= {one.entity for one in fitting}:
        return subjects[-1]
    if (
        len({one.entity for one in fitting}) == 1
        and fitting[0].actor is not None
        and all(one.actor is None for one in subjects)
    ):
        return fitting[0]
    named = cast.nouns.get(token.lemma, frozenset())
    if len(named) != 1 or any(one.actor not in named for one in fitting):
        return None
    return next((one for mentions in unquoted for one in reversed(mentions) if one.actor in named), None)


def _subjects(mentions: Sequence[Mention]) -> list[Mention]:
    return [one for one in mentions if one.rank >= SUBJECT]


def _is_such(actors: Sequence[FoundActor], reading: Reading, mention: Mention, kinds: Sequence[str], noun: str) -> bool:
    if mention.actor is None:
        return reading.tokens[mention.at].lemma == noun
    actor = actors[mention.actor]
    return actor.kind in kinds or noun in actor.name.lower().split()
