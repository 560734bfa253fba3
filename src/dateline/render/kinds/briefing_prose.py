"""A briefing's report: names linked, claims underlined, notes in the margin."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape

from dateline.index.entries import BriefingEntry, ClaimRow, NameTarget
from dateline.render.claims import sentence
from dateline.render.margin import with_margin
from dateline.render.markup import one_line
from dateline.render.namesakes import namesakes
from dateline.render.prose import render_prose
from dateline.render.rows import claim_sentence
from dateline.render.site import Here
from dateline.render.views import Status

_OTHERS = 3  # so many other voices a note repeats; the board has all


def briefing_prose(here: Here, entry: BriefingEntry) -> str:
    """The body as HTML blocks, one a line."""
    writer = _Writer(here, entry)
    body = render_prose(
        entry.body,
        names=here.site.index.names.get(entry.id, {}),
        quotes=entry.briefing.quotes,
        link=writer.link,
        mark=writer.mark,
        note=writer.note,
        footnote=writer.footnote,
        resolve=here.resolver(entry.path),
    )
    return with_margin(one_line(body))


class _Writer:
    """The four things that the prose asks for, from its first paragraph to its last."""

    def __init__(self, here: Here, entry: BriefingEntry) -> None:
        self._here = here
        self._told: set[str | None] = set()  # incidents whose other voices a note has named
        self._claims: Mapping[str, Sequence[ClaimRow]] = _by_quote(entry)
        self._all = entry.claims
        self._quotes = entry.briefing.quotes
        self._namesakes = namesakes(here.site.corpus, entry.briefing)

    def link(self, name: str, target: NameTarget, quotes: tuple[str, ...]) -> str:
        """The opening tag of a name's link; of an actor and a place of one name, that which the quotes are about."""
        here = self._here
        target = self._namesakes.meant(target, quotes)
        if len(target.ids) > 1:
            link = here.shared_name(name) if name in here.site.name_pages else None
            note = "a name of several actors"
        else:
            key = target.ids[0]
            link = here.actor(key) if target.kind == "actor" else here.location(key)
            note = f"{link.text}: {link.note.lower()}" if link.note else link.text
        if link is None or not link.href:
            return ""
        return f'<a class="name" href="{escape(link.href)}" title="{escape(note)}">'

    def mark(self, quotes: tuple[str, ...]) -> str:
        """A claim's words are underlined by stance; the words of other facts show when a link leads to them.

        Where quotes overlap the innermost decides: a denial within a longer statement is a denial. `data-at` names
        the anchors of all, so that each piece of a quote can be lit.
        """
        claimed = [quote for quote in quotes if self._claims.get(quote)]
        innermost = min(claimed, key=lambda quote: len(self._quotes[quote].exact), default="")
        kind = f"claim says-{self._claims[innermost][0].claim.stance}" if innermost else "fact"
        return f'class="{kind}" data-at="{" ".join(f"q-{quote}" for quote in quotes)}"'

    def note(self, quote: str, letter: str) -> str:
        """One note for all claims that rest on the quote."""
        rows = self._claims.get(quote, ())
        if not rows:
            return ""
        others = [claim_sentence(self._here, row) for row in self._others(rows)]
        return self._here.site.fragment(
            "note_claim",
            key=f"on-{quote}",
            sign=letter,
            row=f"claim-{rows[0].claim.id}",
            # Only beside who says who did it, or that it is unclear, does an incident's status read as what it is.
            status=self._status(rows)
            if any(row.statement.is_on_blame and row.statement.says_so for row in rows)
            else None,
            sentences=[sentence(claim_sentence(self._here, row)) for row in rows],
            others=sentence("; ".join(["But " + others[0], *others[1:]])) if others else "",
        )

    def footnote(self, label: str, number: str, html: str) -> str:
        """An editor's note; the first word of its label is its kind."""
        kind = self._here.site.vocabulary.label("note-kinds", label.partition("-")[0])
        return self._here.site.fragment("note_editor", key=label, sign=number, kind=kind, html=html)

    def _status(self, rows: Sequence[ClaimRow]) -> Status | None:
        incident = self._here.site.index.incidents.get(rows[0].claim.incident or "")
        return self._here.site.status(incident.status) if incident and any(map(_on_blame, rows)) else None

    def _others(self, rows: Sequence[ClaimRow]) -> list[ClaimRow]:
        """Voices of this report that say another thing on who did it; named once, by the first note on it."""
        status, incident = self._status(rows), rows[0].claim.incident
        if status is None or status.slug != "contested" or incident in self._told:
            return []
        self._told.add(incident)
        own = {_point(row) for row in rows}
        others = [row for row in self._all if row.claim.incident == incident and _on_blame(row)]
        return [row for row in others if row.claim.stance != "no-comment" and _point(row) not in own][:_OTHERS]


def _on_blame(row: ClaimRow) -> bool:
    return row.statement.is_on_blame


def _point(row: ClaimRow) -> tuple[str | None, str]:
    return row.claim.about.actor, row.claim.stance


def _by_quote(entry: BriefingEntry) -> dict[str, list[ClaimRow]]:
    found: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in entry.claims:
        if row.claim.quote:
            found[row.claim.quote].append(row)
    return dict(found)
