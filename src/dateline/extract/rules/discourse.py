"""A report as far as it is read: who was mentioned where, and whom pronouns and nouns so far stand for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.extract.rules.gender import MAN, WOMAN
from dateline.extract.rules.language import Reading, SentenceAt, Token, TokenAt
from dateline.extract.rules.mentions import BODY, PEOPLE, PERSON, Cast, Mention
from dateline.facts.extraction import ActorAt

GENDERS = {"he": MAN, "she": WOMAN}
DEEP = 12  # steps up a sentence's tree, or sentences back
_WIDE = 40  # mentions


@dataclass(frozen=True)
class Antecedent:
    """What an anaphor stands for.

    at        the head of the noun phrase; actor: whom it names, None where it has no name
    evidence  the name of the rule
    """

    at: TokenAt
    actor: ActorAt | None
    evidence: str


@dataclass
class Discourse:
    """A reading with what is resolved of it so far; mentions: of each sentence, in text order."""

    reading: Reading
    quotes: Sequence[bool]
    cast: Cast
    mentions: dict[SentenceAt, list[Mention]]
    found: dict[TokenAt, Antecedent] = field(default_factory=dict)
    genders: dict[tuple[str, int], str] = field(default_factory=dict)

    def before(self, token: Token) -> list[Mention]:
        """The last mentions before a token in its sentence, resolved pronouns and unresolved ones among them."""
        mentions = self.mentions.get(token.sentence, [])
        end = bisect_left(mentions, token.i, key=_place)
        return mentions[max(0, end - _WIDE) : end]

    def put(self, mention: Mention, sentence: SentenceAt) -> None:
        """Add a mention, or replace the one at its place."""
        mentions = self.mentions.setdefault(sentence, [])
        at = bisect_left(mentions, mention.at, key=_place)
        mentions[at : at + (at < len(mentions) and mentions[at].at == mention.at)] = [mention]

    def fits(self, mention: Mention, word: str) -> bool:
        """Number, kind and gender agree, as far as they are known."""
        if word in GENDERS:
            known = mention.gender or self.genders.get(mention.entity, "")
            return mention.kind == PERSON and known in ("", GENDERS[word])
        return mention.kind == BODY if word == "it" else mention.kind in (PEOPLE, BODY)


def _place(mention: Mention) -> TokenAt:
    return mention.at


def answer_of(mention: Mention, evidence: str) -> Antecedent:
    """The mention, or the first one of the same entity, as what an anaphor stands for."""
    return Antecedent(mention.at if mention.first is None else mention.first, mention.actor, evidence)


def up(reading: Reading, token: Token) -> Iterator[Token]:
    """The head, its head and so on."""
    while token.head != token.i:
        token = reading.tokens[token.head]
        yield token
