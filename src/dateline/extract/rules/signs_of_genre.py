"""What the rules for the kind of a report look at: its heading, its lead, its own voice outside quotations."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dateline.extract.marked_genre import Lines
from dateline.extract.rules.language import Reading, SentenceAt, Token
from dateline.facts.extraction import FoundDate
from dateline.model import Edtf
from dateline.text.lexicon import word_set

_LEAD = 3  # sentences
_HEADLINE = 130  # characters
_FRESH = timedelta(days=10)
_OPENING, _CLOSING = "“«", "”»"


@dataclass(frozen=True)
class Signs:
    """What the rules look at. fresh: a day shortly before the report's own stands in the lead."""

    lines: Lines
    reading: Reading
    fresh: bool

    @cached_property
    def prose(self) -> tuple[tuple[Token, ...], ...]:
        """The tokens of each sentence that stand in no quotation."""
        return tuple(_outside_quotations(self.reading))

    @cached_property
    def voices(self) -> tuple[frozenset[str], ...]:
        """The lower-case words of those sentences in which nobody is said to say something."""
        own = (tokens for tokens in self.prose if not any(map(is_saying, tokens)))
        return tuple(frozenset(token.text.lower() for token in tokens) for tokens in own if tokens)

    @cached_property
    def is_mostly_told(self) -> bool:
        """True where half of these sentences say that somebody says something."""
        return 2 * sum(any(map(is_saying, tokens)) for tokens in self.prose) >= len(self.prose)

    def mentions(self, wanted: frozenset[str]) -> int:
        """How many sentences hold one of the words outside quotations."""
        # “US” is a country, “the Orla mine” a thing.
        own = ({one.text.lower() for one in tokens if one.text != "US" and one.pos == "PRON"} for tokens in self.prose)
        return sum(bool(found & wanted) for found in own)

    @cached_property
    def lead(self) -> tuple[tuple[Token, ...], ...]:
        """The first sentences outside quotations."""
        return self.prose[:_LEAD]

    @cached_property
    def roots(self) -> tuple[Token, ...]:
        """The main verb of the first sentence; of the second too where the first may be a headline with a full stop."""
        first = self.prose[:2] if self._opens_on_a_line_alone() else self.prose[:1]
        tokens = (token for sentence in first for token in sentence)
        return tuple(token for token in tokens if token.relation == "ROOT" and token.pos in ("VERB", "AUX"))

    def _opens_on_a_line_alone(self) -> bool:
        end = self.prose[0][-1].end if self.prose else 0
        return end - self.lines.opening.start < _HEADLINE and "\n\n" in self.lines.text[end : end + 4]


def is_saying(token: Token) -> bool:
    """True for a verb that says that somebody says something, and for “according to”."""
    voices = word_set("speech", "verbs") | word_set("speech", "judging")
    return (token.pos == "VERB" and token.lemma in voices) or token.lemma in ("accord", "according")


def is_fresh(reading: Reading, dates: tuple[FoundDate, ...], day: date | None) -> bool:
    """True where a day shortly before the report's own stands in the lead."""
    if not reading.sentences or day is None:
        return False
    end = reading.sentence_span(SentenceAt(min(_LEAD, len(reading.sentences)) - 1)).end
    days = (Edtf.parse(found.value) for found in dates if found.span.start < end)
    return any(
        one and one.first and one.last and day - _FRESH <= one.first and one.last <= day + _FRESH for one in days
    )


def _outside_quotations(reading: Reading) -> Iterator[tuple[Token, ...]]:
    """By pairs of marks, and by each mark alone: a paper may forget one."""
    inside = False
    for first, end in reading.sentences:
        own = []
        for token in reading.tokens[first:end]:
            if token.text in _OPENING or token.text == "``":
                inside = True
            elif token.text in _CLOSING or token.text == "''":
                inside = False
            elif token.text == '"':
                inside = not inside
            elif not inside and token.i not in reading.quotation_at:
                own.append(token)
        if any(token.text[0].isalnum() for token in own):
            yield tuple(own)
        # A quotation that nobody closes ends with its paragraph.
        if inside and reading.text.startswith("\n\n", reading.tokens[end - 1].end):
            inside = False
