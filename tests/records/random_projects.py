"""Made-up projects in memory: records that name one another in every way, written in every style that people use."""

import re
from collections.abc import Mapping

from hypothesis import strategies as st

from dateline.frontmatter import write
from dateline.model import (
    About,
    Actor,
    Alias,
    Briefing,
    Claim,
    Claimant,
    Incident,
    IncidentReport,
    Location,
    MaybeSame,
    Participant,
    Quote,
    Source,
    Statement,
    Update,
)
from dateline.records.tree import Tree
from dateline.vocabulary import load_vocabulary

ACTORS = ("amber", "birch", "cedar")
PLACES = ("delta", "ember", "fjord")
EVENTS = ("2031-01-01-garnet", "2031-01-02-harbour", "2031-01-03-island")
BRIEFINGS = ("2031-02-01-juniper", "2031-02-02-kestrel", "2031-02-03-lantern")
KINDS = {"actors": ACTORS, "locations": PLACES, "incidents": EVENTS, "briefings": BRIEFINGS}

NOUNS = ("oak", "quay", "reed", "salt", "tide", "vale", "wharf", "yew")
WORDS = st.lists(st.sampled_from(NOUNS), min_size=1, max_size=4).map(" ".join)
QUOTES = ("q1", "q2")


def _some(of: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(of), unique=True, max_size=len(of)).map(tuple)


def _links() -> st.SearchStrategy[str]:
    """Prose with links to records, one of them in code, where it is none."""
    paths = [f"{kind}/{key}.md" for kind in ("actors", "locations", "incidents") for key in KINDS[kind]]
    paths += [f"{key}.md" for key in BRIEFINGS]
    line = st.tuples(WORDS, st.sampled_from(paths)).map(lambda pair: f"See [{pair[0]}](UP{pair[1]}) and `UP{pair[1]}`.")
    return st.lists(line | WORDS, max_size=3).map("\n\n".join)


@st.composite
def _aliases(draw: st.DrawFn, own: str) -> tuple[Alias, ...]:
    names = draw(st.lists(WORDS, max_size=2, unique=True))
    return tuple(
        Alias(
            name=f"{name} of {own}",
            kind=draw(st.sampled_from(["full", "acronym"])),
            used_by=draw(st.sampled_from(["", *ACTORS])),
            quote=draw(st.sampled_from(["", *(f"{key}#{quote}" for key in BRIEFINGS for quote in QUOTES)])),
        )
        for name in names
    )


@st.composite
def _actor(draw: st.DrawFn, key: str) -> Actor:
    others = tuple(other for other in ACTORS if other != key)
    return Actor(
        id=key,
        name=f"The {key} group",
        aliases=draw(_aliases(key)),
        kind=draw(st.sampled_from(["unknown", "group", "person"])),
        description=draw(st.just("") | WORDS),
        country=draw(st.sampled_from([None, *PLACES])),
        member_of=draw(_some(others)),
        part_of=draw(_some(others)),
        maybe_same_as=tuple(MaybeSame(actor=other, basis=draw(WORDS)) for other in draw(_some(others))),
    )


@st.composite
def _place(draw: st.DrawFn, key: str) -> Location:
    return Location(
        id=key,
        name=f"Port {key}",
        aliases=draw(_aliases(key)),
        kind=draw(st.sampled_from(["unknown", "town"])),
        country=draw(st.sampled_from([None, *(other for other in PLACES if other != key)])),
        lat=10.0 * PLACES.index(key),
        lon=20.0,
        geo_precision=draw(st.sampled_from([None, "near"])),
    )


@st.composite
def _event(draw: st.DrawFn, key: str) -> Incident:
    return Incident(
        id=key,
        title=draw(st.just("") | WORDS),
        location=draw(st.sampled_from([None, *PLACES])),
        fatalities=draw(st.sampled_from([None, 2])),
    )


@st.composite
def _report(draw: st.DrawFn, key: str) -> IncidentReport:
    parts = draw(st.lists(st.tuples(st.sampled_from(ACTORS), st.sampled_from(QUOTES)), unique=True, max_size=3))
    return IncidentReport(
        id=key,
        type="protest",
        title=draw(st.just("") | WORDS),
        date=key[:10],
        location=draw(st.sampled_from([None, *PLACES])),
        quote=draw(st.sampled_from([None, *QUOTES])),
        participants=tuple(Participant(actor=actor, role="mentioned", quote=quote) for actor, quote in parts),
    )


@st.composite
def _briefing(draw: st.DrawFn, key: str) -> Briefing:
    events = draw(st.lists(st.sampled_from(EVENTS), unique=True, max_size=3))
    claims = draw(st.lists(st.tuples(st.sampled_from([None, *events]), st.sampled_from(ACTORS)), max_size=2))
    return Briefing(
        id=key,
        title=draw(WORDS),
        date=key[:10],
        standfirst=Statement(text=draw(WORDS), quote="q1"),
        location=draw(st.sampled_from([None, *PLACES])),
        actors=draw(_some(ACTORS)),
        places=draw(_some(PLACES)),
        sources=(Source(id="s1", title=draw(WORDS)),),
        incidents=tuple(draw(_report(event)) for event in events),
        claims=tuple(
            Claim(
                id=f"c{number}",
                incident=event,
                claimant=Claimant(actor=actor),
                stance="reports",
                about=draw(st.sampled_from([About(actor=other, role="mentioned", text="x") for other in ACTORS])),
                quote="q2",
            )
            for number, (event, actor) in enumerate(claims, 1)
        ),
        quotes={quote: Quote(source="s1", exact=draw(WORDS)) for quote in QUOTES},
        updates=tuple(Update(date=key[:10], kind="update", text=draw(WORDS)) for _ in range(draw(st.integers(0, 1)))),
    )


@st.composite
def _styled(draw: st.DrawFn, text: str, up: str) -> bytes:
    """Quoted ids, remarks and line ends as some people have them."""
    head, fence, body = text.rpartition("\n---\n")
    quote = draw(st.sampled_from(["", "'", '"']))
    names = "|".join(name for names in KINDS.values() for name in names)
    head = re.sub(rf"(?<=[ \[])({names})(?=[\n,\]}}])", rf"{quote}\1{quote}", head) if quote else head
    lines = head.split("\n")
    if draw(st.booleans()):
        lines.insert(1, f"# remark on {draw(WORDS)}")
        lines = [f"{line}   # own remark" if re.fullmatch(r"(id|date): \S+", line) else line for line in lines]
    text = "\n".join(lines) + fence + body.replace("UP", up)
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return (draw(st.sampled_from(["", "\ufeff"])) + text.replace("\n", newline)).encode()


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """A project of three records of each kind, some incidents without a file, some records with their last draft."""
    files: dict[str, bytes] = {}
    makers: Mapping[str, object] = {"actors": _actor, "locations": _place, "incidents": _event, "briefings": _briefing}
    for kind, make in makers.items():
        for key in KINDS[kind]:
            record = draw(make(key))  # type: ignore[operator]
            folder, up = ("", "") if kind == "briefings" else (f"{kind}/", "../")
            if kind == "incidents" and draw(st.booleans()):
                continue
            files[f"briefings/{folder}{key}.md"] = draw(_styled(write(record, draw(_links())), up))
            if draw(st.booleans()):
                files[f".dateline/drafts/{folder}{key}.md"] = write(record, "As it was drafted.").encode()
    files["briefings/about.md"] = draw(_styled(f"---\ntitle: About\n---\n\n{draw(_links())}\n", ""))
    return Tree(files, {}, (), load_vocabulary())
