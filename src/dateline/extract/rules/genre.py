"""Tell what kind of report a text is: news of one event, or analysis, opinion, a letter, an interview and so on.

The kinds are those of `source-types`; "unknown" where no sign decides.
"""

import re
from collections.abc import Callable
from datetime import date

from dateline.extract.marked_genre import (
    MARKS,
    NEWS,
    UNKNOWN,
    Lines,
    has_dateline,
    is_by_a_writer,
    is_interview,
    is_live_blog,
    is_of_letters_page,
    is_press_release,
    is_round_up,
    is_said,
    lines_of,
)
from dateline.extract.opening import Opening
from dateline.extract.rules.language import Reading, SentenceAt, Token
from dateline.extract.rules.signs_of_genre import Signs, is_fresh, is_saying
from dateline.facts.extraction import FoundDate
from dateline.text.lexicon import word_set
from dateline.text.notices import sign_off
from dateline.text.span import Span

_SHORT = 10  # sentences; a longer text with neither a day nor a voice in its lead is no wire
_BRIEF = 3
_LETTER = 20
_EARLY = 800  # characters
_STATES = re.compile(r"\b(?:said|says|stated|writes|reads)(?: [a-z]+){0,3}:\s*\n")
_PERSONAL = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_PRESENT = ("VBZ", "VBP")


def genre_of(
    title: str,
    text: str,
    opening: Opening,
    reading: Reading,
    *,
    notices: tuple[Span, ...] = (),
    dates: tuple[FoundDate, ...] = (),
    day: date | None = None,
) -> str:
    """The kind of report; notices: what stands around it; day: the report's own."""
    signs = Signs(lines_of(title, text, opening, notices), reading, is_fresh(reading, dates, day))
    return next((name for name, is_one in RULES if is_one(signs)), UNKNOWN)


def called_for(genre: str, reading: Reading) -> frozenset[SentenceAt]:
    """The sentences of an opinion piece or a letter that call for something: “the talks should stop”."""
    if genre not in ("opinion", "letter"):
        return frozenset()
    calls = word_set("genres", "calls")
    return frozenset(token.sentence for token in reading.tokens if token.lemma in calls)


def _is_letter(signs: Signs) -> bool:
    """The boilerplate of a letters page; else a voice of its own that says “your article”, or that is signed."""
    if is_of_letters_page(signs.lines):
        return True
    own = _calls(signs) or signs.mentions(_PERSONAL | _PLURAL)
    addressed = any(is_said("letter-prose", " ".join(t.text for t in tokens)) for tokens in signs.lead)
    return own > 0 and (addressed or (sign_off(signs.lines.text) is not None and len(signs.prose) <= _LETTER))


def _is_statement(signs: Signs) -> bool:
    """“The minister said:”, and what follows stands in no quotation marks."""
    return bool(_STATES.search(signs.lines.text[:_EARLY])) and signs.mentions(_PERSONAL | _PLURAL) > 0


def _is_opinion(signs: Signs) -> bool:
    """A writer's note, or a voice of its own: in the first person, or one that calls for something."""
    if has_dateline(signs.lines):
        return False
    if is_by_a_writer(signs.lines):
        return True
    if not (signs.mentions(_PERSONAL) or _calls(signs)) or _is_report_of_words(signs):
        return False
    asks = sum(tokens[-1].text == "?" for tokens in signs.prose)
    points = 2 * signs.mentions(_PERSONAL) + signs.mentions(_PLURAL) + 2 * _calls(signs) + asks
    return points >= max(3, len(signs.prose) / 4) or (points > 0 and 2 * _calls(signs) >= len(signs.prose))


def _is_report_of_words(signs: Signs) -> bool:
    """A lead without a voice of its own, and half of the sentences on what somebody says: whoever says "I" in it."""
    own = _PERSONAL | _PLURAL | word_set("genres", "calls")
    return signs.is_mostly_told and not any(one.text.lower() in own for tokens in signs.lead for one in tokens)


def _is_court_report(signs: Signs) -> bool:
    """Words of courts in the lead and in a third of all sentences."""
    court = word_set("genres", "court")
    hits = [any(token.lemma in court for token in tokens) for tokens in signs.prose]
    return any(hits[:2]) and 3 * sum(hits) >= len(hits)


def _is_news(signs: Signs) -> bool:
    """A dateline; else what has happened or is said in the first sentence, or a fresh day; a short text of the past."""
    if has_dateline(signs.lines):
        return True
    if _tells_of_old(signs) or not signs.roots:
        return False
    if any(_is_perfect(signs.reading, root) or _is_attributed(signs, root) for root in signs.roots):
        return True
    told = any(root.tag in ("VBD", "VBN") for root in signs.roots)
    return (told and (signs.fresh or len(signs.prose) <= _SHORT)) or len(signs.prose) <= _BRIEF


def _is_feature(signs: Signs) -> bool:
    """A long text whose first sentence tells of old, or a scene in the present tense."""
    root = next(iter(signs.roots), None)
    if len(signs.prose) <= _SHORT or root is None:
        return False
    return _tells_of_old(signs) or (root.tag in _PRESENT and _acts(signs.reading, root))


def _is_analysis(signs: Signs) -> bool:
    """A long text that opens with how things are."""
    return len(signs.prose) > _SHORT and any(root.tag in (*_PRESENT, "MD") for root in signs.roots[:1])


def _by_lines(is_one: Callable[[Lines], bool]) -> Callable[[Signs], bool]:
    return lambda signs: is_one(signs.lines)


# The first that is true decides.
RULES: tuple[tuple[str, Callable[[Signs], bool]], ...] = (
    *((kind, _by_lines(is_one)) for kind, is_one in MARKS),
    ("live-blog", _by_lines(is_live_blog)),
    ("letter", _is_letter),
    ("interview", _by_lines(is_interview)),
    ("press-release", _by_lines(is_press_release)),
    ("official-statement", _is_statement),
    ("round-up", _by_lines(is_round_up)),
    ("opinion", _is_opinion),
    ("court-report", _is_court_report),
    (NEWS, _is_news),
    ("feature", _is_feature),
    ("analysis", _is_analysis),
)


def _calls(signs: Signs) -> int:
    return sum(bool(one & word_set("genres", "calls")) for one in signs.voices)


def _tells_of_old(signs: Signs) -> bool:
    first, _ = signs.reading.sentences[0] if signs.reading.sentences else (0, 0)
    return bool(signs.prose) and is_said("past", " ".join(token.text for token in signs.prose[0])) and first == 0


def _is_attributed(signs: Signs, root: Token) -> bool:
    """“The mayor said”, “…, officials believe”, “according to police”."""
    reading = signs.reading
    if root.lemma in word_set("genres", "holds") and reading.below(root.i, "ccomp"):
        return True
    return any(map(is_saying, (root, *reading.below(root.i, "parataxis", "prep", "conj"))))


def _is_perfect(reading: Reading, root: Token) -> bool:
    """“has ordered”, “have been killed”, but not “had”."""
    return root.tag == "VBN" and any(
        child.text.lower() in ("has", "have", "’s", "'s") for child in reading.below(root.i, "aux")
    )


def _acts(reading: Reading, root: Token) -> bool:
    """True where somebody with a name does it, or nobody: “Berivan runs”, “There is a flash”."""
    return any(child.name == "PERSON" or child.relation == "expl" for child in reading.below(root.i, "nsubj", "expl"))
