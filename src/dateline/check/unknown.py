"""An id that names no record: what it may be a slip of, or the profile that is still to be written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.check.finding import Context
from dateline.check.likeness import obvious
from dateline.check.references import Reference, briefing_references, profile_references
from dateline.model import Actor, Briefing, Incident, Location, Record
from dateline.model.corpus import KeyPath
from dateline.text.slugs import slug
from dateline.vocabulary.nearest import nearest

Referring = Record[Briefing] | Record[Actor] | Record[Location] | Record[Incident]

FOLDERS = {"actor": "actors", "location": "locations", "incident": "incidents"}
_WORD = re.compile(r"(?:[^\W_]\.)+(?![^\W_])|[^\W_]+(?:[.'’‘ʼ][^\W_]+)*")  # initials keep their last full stop
_GAP = re.compile(r"[ \t]*\n?[ \t]*|[-‐‑–]")


@dataclass(frozen=True)
class Remedy:
    """What can be done about an unknown id without asking anybody.

    meant  the id of which it is a slip, or ""
    name   the name under which a stub of its profile can be written, or ""
    """

    meant: str = ""
    name: str = ""


def references_of(record: Referring) -> Iterator[Reference]:
    """Every id in a record's front matter."""
    if isinstance(record.data, Briefing):
        yield from briefing_references(record.data)
    else:
        yield from profile_references(record.data)


def remedy(context: Context, record: Referring, reference: Reference) -> Remedy:
    """A slip is mended where one id can be meant and the words of the unknown one are not in the briefing itself.

    A profile is written for what a briefing names: in its words, or where no known id is like it.
    """
    if reference.kind not in FOLDERS:
        return Remedy()
    known = _candidates(context, record, reference.kind)
    meant = obvious(reference.id, known)
    words = words_of(reference.id, record.data, record.body) if isinstance(record.data, Briefing) else ""
    if meant and not words and meant not in _beside(record, reference.keys):
        return Remedy(meant=meant)
    is_new = not meant and (words or not nearest(reference.id, known))
    if is_new and isinstance(record.data, Briefing) and reference.kind != "incident":
        return Remedy(name=words or reference.id.replace("-", " ").title())
    return Remedy()


def _candidates(context: Context, record: Referring, kind: str) -> frozenset[str]:
    """Without the record itself; of incidents a briefing's own, while another that cannot be read may report more."""
    unread = any(path.startswith("briefings/") and path.count("/") == 1 for path in context.corpus.unreadable)
    if kind == "incident" and unread and isinstance(record.data, Briefing):
        return frozenset(report.id for report in record.data.incidents)
    return context.known_ids[kind] - {record.stem}


def _beside(record: Referring, keys: KeyPath) -> tuple[str, ...]:
    """The ids in the same list: none stands there twice."""
    if len(keys) != 2 or not isinstance(keys[1], int):
        return ()
    return tuple(getattr(record.data, str(keys[0])))


def words_of(key: str, briefing: Briefing, body: str) -> str:
    """The words of a briefing's title, quotes or text that an id is made of, as they stand there, or ""."""
    texts = (*(quote.exact for quote in briefing.quotes.values()), briefing.title, body)
    found = [name for text in texts for name in _runs(key.split("-"), text)]
    found.sort(key=lambda name: name[0].islower())
    return " ".join(found[0].split()) if found else ""


def _runs(parts: list[str], text: str) -> Iterator[str]:
    """Runs of as many words as the id has parts, each word a part, with nothing between that parts sentences."""
    words = list(_WORD.finditer(text))
    for number, first in enumerate(words):
        run = words[number : number + len(parts)]
        if slug(first[0]) != parts[0] or [slug(word[0]) for word in run] != parts:
            continue
        gaps = (text[one.end() : two.start()] for one, two in pairwise(run))
        if all(_GAP.fullmatch(gap) for gap in gaps):
            yield text[first.start() : run[-1].end()]
