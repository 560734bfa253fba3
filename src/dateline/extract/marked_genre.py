"""What kind of report a text is by its marks and boilerplate alone, which need no language model.

The kinds are those of `source-types`; "unknown" where no mark decides.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from dateline.extract.opening import Opening
from dateline.text.lexicon import words
from dateline.text.notices import writer_note
from dateline.text.span import Span

UNKNOWN, NEWS = "unknown", "news-report"
_HEAD, _FOOT = 400, 500  # characters at the beginning and the end that hold signs of a kind
_LONG_MARK, _SHORT_MARK = 300, 60  # characters behind a mark in brackets: who is interviewed may be told at length
_TIMES = re.compile(r"(?m)^\W{0,3}\d{1,2}[.:]\d\d ?(?:[ap]m|GMT|BST|CET|UTC|E[DS]?T)?\b")
_QUESTIONS = re.compile(r"(?m)^[^\w\n]*(?:Q|Question|Interviewer)\s*[:.]\s|\[(?:question|interviewer)\]", re.IGNORECASE)
_DATELINES = re.compile(r"(?m)^[A-Z][A-Z .'’-]{3,30}(?:, [\w. ]{2,20})?(?: \([\w ]+\))? ?(?:--|—|–) ")


@dataclass(frozen=True)
class Lines:
    """A report's title, its whole text, what opens it, and what stands around it: “join the debate – email …”."""

    title: str
    text: str
    opening: Opening
    notices: str

    @cached_property
    def ends(self) -> str:
        """The first and the last lines with what stands around them."""
        return "\n".join([self.title, self.text[:_HEAD], self.text[-_FOOT:], self.notices])

    @cached_property
    def heading(self) -> str:
        """The title, or the headline that stands in the text."""
        return self.title or (self.opening.headline.of(self.text) if self.opening.headline else "")

    @cached_property
    def head(self) -> str:
        """The first characters, the dateline among them."""
        return self.text[:_HEAD]


def lines_of(title: str, text: str, opening: Opening, notices: Iterable[Span]) -> Lines:
    """Of a report; notices: what stands around it."""
    return Lines(title, text, opening, "\n".join(span.of(text) for span in notices))


def marked_genre(lines: Lines) -> str:
    """The kind of report that its marks tell; a dateline makes news of what bears no other."""
    return next((name for name, is_one in (*MARKS, *_OTHERS) if is_one(lines)), UNKNOWN)


def is_said(kind: str, where: str) -> bool:
    """True where one of the expressions of this kind in `genres.yaml` stands there."""
    return bool(_expressions(kind).search(where))


def _is_marked(kind: str) -> Callable[[Lines], bool]:
    return lambda lines: bool(
        _bracketed(kind).search(lines.head)
        or _bracketed(kind).search(lines.heading)
        or _set_apart(kind).search(lines.heading)
    )


def is_live_blog(lines: Lines) -> bool:
    """Its boilerplate, or a row of times."""
    return is_said("live-blog", lines.ends) or len(_TIMES.findall(lines.text)) >= 4


def is_of_letters_page(lines: Lines) -> bool:
    """The boilerplate of a letters page."""
    return is_said("letter", lines.ends)


def is_interview(lines: Lines) -> bool:
    """Its boilerplate, or questions."""
    return is_said("interview", lines.ends) or len(_QUESTIONS.findall(lines.text)) >= 2


def is_press_release(lines: Lines) -> bool:
    """Its boilerplate."""
    return is_said("press-release", lines.ends)


def is_round_up(lines: Lines) -> bool:
    """Several datelines."""
    return len(_DATELINES.findall(lines.text)) >= 3


def is_by_a_writer(lines: Lines) -> bool:
    """A note at its end on who wrote it, and no dateline."""
    return lines.opening.place is None and writer_note(lines.text) is not None


def has_dateline(lines: Lines) -> bool:
    """A formal dateline, as wires have it."""
    return lines.opening.place is not None


# Names of a kind, in brackets or set apart; the first that is true decides, then the others.
MARKS: tuple[tuple[str, Callable[[Lines], bool]], ...] = tuple(
    (kind, _is_marked(kind)) for kind in words("genres")["marks"]
)
_OTHERS: tuple[tuple[str, Callable[[Lines], bool]], ...] = (
    ("live-blog", is_live_blog),
    ("letter", is_of_letters_page),
    ("interview", is_interview),
    ("press-release", is_press_release),
    ("round-up", is_round_up),
    ("opinion", is_by_a_writer),
    (NEWS, has_dateline),
)


@cache
def _bracketed(kind: str) -> re.Pattern[str]:
    longest = _LONG_MARK if kind == "interview" else _SHORT_MARK
    return re.compile(rf"\[(?:{_marks(kind)})\b[^\]]{{0,{longest}}}\]", re.IGNORECASE)


@cache
def _set_apart(kind: str) -> re.Pattern[str]:
    """“Opinion: …”, “SPOTLIGHT - …”, “… – live”, or the mark alone."""
    return re.compile(
        rf"^(?:{_marks(kind)})(?:\s*[:|–—]|\s+-\s|\s*$)|(?:[|–—]|\s-)\s*(?:{_marks(kind)})\s*$", re.IGNORECASE
    )


def _marks(kind: str) -> str:
    return "|".join(
        re.escape(mark) for mark in sorted(words("genres")["marks"][kind], key=lambda one: (-len(one), one))
    )


@cache
def _expressions(kind: str) -> re.Pattern[str]:
    choices = "|".join(words("genres")[kind]).replace(" ", r"\s+")
    return re.compile(rf"(?<![\w@])(?:{choices})", re.IGNORECASE)
