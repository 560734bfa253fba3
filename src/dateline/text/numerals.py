"""A single number in figures or words: “12,000”, “two hundred and twelve”, “half a dozen”, “several hundred”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.text.lexicon import words
from dateline.text.span import Span

_GAP = re.compile(r"[^\S\n]+|\n|-")
_SPACE = "[ \u00a0\u2009\u202f]"
_PLAIN = re.compile(r"0|[1-9]\d{0,14}")
_GROUPED = re.compile(rf"[1-9]\d{{0,2}}(?:(?:,\d{{3}}){{1,4}}|(?:{_SPACE}\d{{3}}){{1,4}})")
_DECIMAL = re.compile(r"(?:0|[1-9]\d{0,5})\.(?:\d{1,2}|\d{4,9})")  # “12.000” is twelve, or twelve thousand
_HUNDRED = 100
_THOUSAND = 1000
_MILLION = 1_000_000
_YEARS = range(1900, 2100)
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it is written. low, high: its bounds, None where it has none; both None where it cannot be read.

    scale    by what its last word multiplies: 1,000 in “15 thousand”
    """

    span: Span
    low: int | None
    high: int | None
    scale: int = 1


def find_numerals(text: str, start: int = 0) -> Iterator[Numeral]:
    """Every number in text order, each read as a whole; a row of words that makes none cannot be read."""
    row = _Row(text, tuple(_pieces(text, start)))
    i = 0
    while i < len(row.pieces):
        part = row.number(i)
        if part is None:
            i = row.end_after(i + 1) if row.pieces[i].kind == "money" else i + 1
            continue
        end = part.end if row.is_year(i, part) else row.end_after(part.end)
        value = _whole(part.value) if end == part.end else None
        span = Span(row.pieces[i].start, row.pieces[end - 1].end)
        yield Numeral(span, value, None if part.vague else value, part.scale)
        i = end


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word or a row of figures. value: None where it cannot be read."""

    kind: str
    value: float | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """What the pieces before `end` say. vague: at least so many."""

    value: float | None
    end: int
    scale: int = 1
    vague: bool = False

    def times(self, factor: float, end: int) -> "_Part":
        """Multiplied by the word before `end`."""
        return _Part(None if self.value is None else self.value * factor, end, self.scale * int(factor), self.vague)

    def plus(self, other: "_Part") -> "_Part":
        """With what stands behind it."""
        value = None if self.value is None or other.value is None else self.value + other.value
        return _Part(value, other.end, other.scale, self.vague)


@dataclass(frozen=True, slots=True)
class _Row:
    """The pieces of a text. i: the position of a piece."""

    text: str
    pieces: tuple[_Piece, ...]

    def joined(self, i: int, *kinds: str) -> bool:
        """True where the piece is of one of these kinds and only a space or a hyphen parts it from the one before."""
        if i >= len(self.pieces) or self.pieces[i].kind not in kinds:
            return False
        return i == 0 or bool(_GAP.fullmatch(self.text, self.pieces[i - 1].end, self.pieces[i].start))

    def is_year(self, i: int, part: _Part) -> bool:
        """“In 2004 12 people”: a year beside a number."""
        return part.end == i + 1 and self.pieces[i].kind == "figures" and part.value in _YEARS

    def end_after(self, i: int) -> int:
        """Behind the numbers that stand in one row with the one before: “nineteen ninety-six”."""
        while self.joined(i, "word", "scale", "group") or (
            self.joined(i, "figures") and self.text[self.pieces[i].start - 1] != "-"
        ):
            i += 1
        return i

    def number(self, i: int) -> _Part | None:
        """The number that begins with this piece."""
        kind = self.pieces[i].kind
        after = i + 1 if kind == "article" else i
        if after < len(self.pieces):
            for some in (self._few, self._half, self._pair):
                part = some(after)
                if part:
                    return part
        return self._plural(i) if kind == "plural" else self._cardinal(i)

    def _few(self, i: int) -> _Part | None:
        """“Several”, “a few dozen”."""
        if self.pieces[i].kind != "few":
            return None
        return self._scaled(_Part(self.pieces[i].value, i + 1, vague=True))

    def _pair(self, i: int) -> _Part | None:
        """“A pair”, “a couple”; “a couple of hundred” may be more."""
        if self.pieces[i].kind not in ("pair", "couple"):
            return None
        of = i + 1 if self.joined(i + 1, "of") and self.joined(i + 2, "scale", "group") else i
        is_few = self.pieces[i].kind == "couple" and self.text.startswith(" of", self.pieces[i].end)
        part = self._scaled(_Part(self.pieces[i].value, of + 1))
        return _Part(part.value, part.end, part.scale, is_few or part.scale > 1)

    def _half(self, i: int) -> _Part | None:
        """“Half a million”, “half-dozen”."""
        if self.pieces[i].kind != "half":
            return None
        after = i + 2 if self.joined(i + 1, "article") else i + 1
        if not self.joined(after, "scale", "group"):
            return None
        factor = int(self.pieces[after].value or 1)
        return self._scaled(_Part(factor * _HALF, after + 1, factor))

    def _plural(self, i: int) -> _Part:
        """“Dozens”, “tens of thousands”."""
        part = _Part(self.pieces[i].value, i + 1, vague=True)
        if self.joined(i + 1, "of") and self.joined(i + 2, "plural"):
            scale = words("numbers")["scales"].get(_singular(self.text, self.pieces[i + 2]), 0)
            return part.times(scale, i + 3) if scale else _Part(None, i + 3)
        return part

    def _scaled(self, part: _Part) -> _Part:
        while self.joined(part.end, "scale", "group"):
            part = self._scale(part)
        return part

    def _scale(self, part: _Part) -> _Part:
        return part.times(self.pieces[part.end].value or 1, part.end + 1)

    def _cardinal(self, i: int) -> _Part | None:
        """“Two hundred and twelve”, “2.5 thousand”, “one million three hundred thousand”, “two dozen”."""
        total: _Part | None = None
        least = float("inf")  # of the scales so far: the next part must lie below
        while True:
            part = self._term(i, first=total is None)
            if part is None or (part.value or 0) >= least or part.scale >= least:
                return total
            total = total.plus(part) if total else part
            least = part.scale
            if part.scale < _HUNDRED:
                return total
            i = part.end + 1 if self.joined(part.end, "and") else part.end

    def _term(self, i: int, *, first: bool) -> _Part | None:
        """A number below 1,000 with its thousands, millions or dozens; “and a half” behind either."""
        part = self._figures(i) if first else None
        part = part or self._below_thousand(i, first=first)
        if part is None:
            return None
        half = self._and_half(part.end)
        if half and self.joined(half, "scale") and part.value is not None:
            part = _Part(part.value + _HALF, half, part.scale)
        while self.joined(part.end, "scale", "group") and (self.pieces[part.end].value != _HUNDRED or part.scale == 1):
            part = self._scale(part)
        half = self._and_half(part.end)
        if half and part.scale >= _THOUSAND and part.value is not None:
            part = _Part(part.value + _HALF * part.scale, half, part.scale)
        return part

    def _figures(self, i: int) -> _Part | None:
        if i >= len(self.pieces) or self.pieces[i].kind != "figures":
            return None
        return _Part(self.pieces[i].value, i + 1)

    def _below_thousand(self, i: int, *, first: bool) -> _Part | None:
        """“Twelve”, “a hundred and five”; only the first part of a number may be a bare “hundred”."""
        part = self._below_hundred(i, first=first)
        if part is None or not self.joined(part.end, "scale") or self.pieces[part.end].value != _HUNDRED:
            return part
        part = self._scale(part)
        after = part.end + 1 if self.joined(part.end, "and") else part.end
        rest = self._below_hundred(after, first=False)
        if rest and not (self.joined(rest.end, "scale") and self.pieces[rest.end].value == _HUNDRED):
            return _Part((part.value or 0) + (rest.value or 0), rest.end)
        return part

    def _below_hundred(self, i: int, *, first: bool) -> _Part | None:
        if first and i < len(self.pieces):
            if self.pieces[i].kind == "article" and self.joined(i + 1, "scale", "group"):
                return _Part(1, i + 1)
            if self.pieces[i].kind in ("scale", "group"):
                return self._scale(_Part(1, i))
        if i >= len(self.pieces) or self.pieces[i].kind != "word" or not (first or self.joined(i, "word")):
            return None
        value = self.pieces[i].value or 0
        ones = self.pieces[i + 1].value if value in range(20, _HUNDRED) and self.joined(i + 1, "word") else None
        return _Part(value + ones, i + 2) if ones in range(1, 10) and ones is not None else _Part(value, i + 1)

    def _and_half(self, i: int) -> int | None:
        """Behind “and a half”."""
        is_half = self.joined(i, "and") and self.joined(i + 1, "article") and self.joined(i + 2, "half")
        return i + 3 if is_half else None


def _pieces(text: str, start: int) -> Iterator[_Piece]:
    for match in _lexer().finditer(text, start):
        kind = str(match.lastgroup)
        value = (
            _figures(match[0], text[max(0, match.start() - 12) : match.start()])
            if kind == "figures"
            else _values().get(match[0].lower())
        )
        yield _Piece(kind, value, *match.span())


def _figures(figures: str, before: str) -> float | None:
    """The value, or None: “1,2”, “12.000”, “March 12 300”."""
    scale = _MILLION if figures.endswith("m") else 1
    figures = figures.removesuffix("m")
    if _PLAIN.fullmatch(figures):
        return int(figures) * scale
    if _GROUPED.fullmatch(figures) and ("," in figures or not _month_before().search(before)):
        return int(re.sub(r"\D", "", figures)) * scale
    return float(figures) * scale if _DECIMAL.fullmatch(figures) else None


def _whole(value: float | None) -> int | None:
    """The number of things; None for “2.5” of them."""
    if value is None:
        return None
    return round(value) if abs(value - round(value)) < 1e-6 * max(1, value) else None


def _singular(text: str, piece: _Piece) -> str:
    return text[piece.start : piece.end].lower().removesuffix("s")


@lru_cache(maxsize=1)
def _values() -> dict[str, int]:
    known = words("numbers")
    keys = ("words", "scales", "groups", "plurals", "few", "pair", "couple")
    return {word: value for key in keys for word, value in known[key].items()}


@lru_cache(maxsize=1)
def _month_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('calendar')['months'])})\.?\s+$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _lexer() -> re.Pattern[str]:
    kinds = {"word": "words", "scale": "scales", "group": "groups", "plural": "plurals"}
    kinds |= {kind: kind for kind in ("few", "pair", "couple")}
    known = {kind: "|".join(words("numbers")[key]) for kind, key in kinds.items()}
    any_word = rf"(?:{'|'.join(known.values())})\b"
    known["group"] = rf"(?:{known['group']})(?<!score)|score(?=\s+of\s+[a-z])"  # “the score” is of a game
    figures = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!{_SPACE}?\d|[.,]\d)|\d+(?:[.,]\d+)*"
    first = "".join(sorted({word[0] for word in (*_values(), "half", "and", "of")}))
    return re.compile(
        rf"(?=[\d$£€¥])(?:(?P<figures>(?<![\w$£€¥.,:/'’])(?<![A-Za-z][-–])(?:{figures})(?:m(?!\w)|(?![\w:/]|[.,]\d)))"
        rf"|(?P<money>[$£€¥]\s?\d[\d.,]*))"
        rf"|(?<!\w)(?=[{first}])(?:(?P<word>{known['word']})|(?P<scale>{known['scale']})|(?P<group>{known['group']})"
        rf"|(?P<plural>{known['plural']})|(?P<few>{known['few']})|(?P<pair>{known['pair']})"
        rf"|(?P<couple>{known['couple']})|(?P<half>half)"
        rf"|(?P<article>an?)(?=[\s-]+(?:half\b|{any_word}))|(?P<and>and)(?=\s+(?:an?\s+half\b|{any_word}))"
        rf"|(?P<of>of)(?=\s+{any_word}))(?!\w)",
        re.IGNORECASE,
    )
