"""A briefing's Markdown as HTML, its names linked, its quotes marked, its notes beside the paragraph they belong to."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, product
from string import ascii_lowercase

from markdown_it.token import Token

from dateline.index.entries import NameTarget
from dateline.index.matching import NameFound, names_in
from dateline.markdown import markdown_parser
from dateline.markdown.anchors import heading_id
from dateline.markdown.blocks import flat_text
from dateline.model import Quote
from dateline.render.prose_spans import Linked, Marked, locate_quotes
from dateline.render.prose_tokens import annotate

Link = Callable[[str, NameTarget, tuple[str, ...]], str]
Mark = Callable[[tuple[str, ...]], str]
Note = Callable[[str, str], str]
Footnote = Callable[[str, str, str], str]
Resolve = Callable[[str], str]


def as_written(target: str) -> str:
    """Leave a link as it is."""
    return target


@dataclass(frozen=True)
class _Writers:
    link: Link
    mark: Mark
    footnote: Footnote


def render_prose(
    body: str,
    *,
    names: Mapping[str, NameTarget],
    quotes: Mapping[str, Quote],
    link: Link,
    mark: Mark,
    note: Note,
    footnote: Footnote,
    resolve: Resolve = as_written,
) -> str:
    """HTML of a briefing's body.

    names     name as it may stand in the text -> target; the first mention in a section is linked
    quotes    quote id -> quote; its words are marked where they stand first
    link      (name, target, ids of the quotes over it) -> an opening `<a …>` tag, or "" to leave the name alone
    mark      ids of the quotes over a stretch of words -> attributes for its `<mark>`
    note      (quote id, letter of the note) -> HTML put after the block in which the quote begins, or ""; asked in the
              order of the text. The letter stands behind the quote's words and leads to the element `note-on-ID`
    footnote  (label, number, HTML of the note) -> HTML put after the block that refers to it
    resolve   target of a link or image in the Markdown -> its target on the page
    """
    writers = _Writers(link, mark, footnote)
    tokens, notes = _split_notes(_parse(body, resolve))
    marks = locate_quotes(quotes, [flat_text(token.children or []) for token in tokens if token.type == "inline"])
    beside = _notes_on(marks, note)
    lettered = [[replace(item, behind=_reference(item, beside)) for item in block] for block in marks]
    return _render(list(_annotated(tokens, lettered, names, writers, notes, beside)))


def _notes_on(marks: Sequence[Sequence[Marked]], note: Note) -> dict[str, tuple[str, str]]:
    """Quote id -> the letter of its note, and the note; without those that have nothing to say."""
    letters = _letters()
    letter = next(letters)
    found: dict[str, tuple[str, str]] = {}
    for item in (item for block in marks for item in block if item.begins):
        if html := note(item.quote, letter):
            found[item.quote] = letter, html
            letter = next(letters)
    return found


def _letters() -> Iterator[str]:
    """A to z, then aa, ab and so on."""
    return ("".join(letters) for length in count(1) for letters in product(ascii_lowercase, repeat=length))


def _reference(item: Marked, beside: Mapping[str, tuple[str, str]]) -> str:
    if not item.ends or item.quote not in beside:
        return ""
    return _note_reference(f"on-{item.quote}", beside[item.quote][0])


def _note_reference(key: str, sign: str) -> str:
    return (
        f'<sup class="note-ref" data-pagefind-ignore><a href="#note-{key}" id="ref-{key}" aria-label="note {sign}">'
        f"{sign}</a></sup>"
    )


def render_markdown(body: str, *, resolve: Resolve = as_written) -> str:
    """HTML of a Markdown text without annotations, its notes at the end; raw HTML is escaped."""
    tokens, notes = _split_notes(_parse(body, resolve))
    return _render(tokens) + _listed(notes)


def render_sections(body: str, *, resolve: Resolve = as_written) -> list[tuple[int, str, str] | str]:
    """A page people write, as headings (level, text, id) and the HTML between them."""
    tokens, notes = _split_notes(_parse(body, resolve))
    parts: list[tuple[int, str, str] | str] = []
    pending: list[Token] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == "heading_open" and token.level == 0:
            parts += [_render(pending)] if pending else []
            text = flat_text(tokens[position + 1].children or [])
            parts.append(
                (int(token.tag[1:]), text, heading_id(text, (part[2] for part in parts if not isinstance(part, str))))
            )
            pending, position = [], position + 3
        else:
            pending.append(token)
            position += 1
    closing = _listed(notes)
    parts += [_render(pending) + closing] if pending or closing else []
    return parts


def _listed(notes: Mapping[str, str]) -> str:
    items = "".join(
        f'<li class="footnote" id="note-{label}">{html} <a href="#ref-{label}" aria-label="back to the text">↑</a></li>'
        for label, html in notes.items()
    )
    return f'\n<ol class="footnotes">{items}</ol>' if items else ""


def _parse(body: str, resolve: Resolve) -> list[Token]:
    tokens = markdown_parser().parse(body)
    inline = [child for token in tokens for child in token.children or []]
    for token in (*tokens, *inline):
        if token.type in ("footnote_open", "footnote_ref"):
            token.meta = {**token.meta, "label": _safe_label(str(token.meta["label"]), token.meta["id"])}
    for child in inline:
        key = {"link_open": "href", "image": "src"}.get(child.type)
        if key:
            child.attrSet(key, resolve(str(child.attrGet(key) or "")))
    return tokens


def _safe_label(label: str, number: int) -> str:
    """The label as part of an HTML id; other than letters, digits and hyphens become hyphens, with the number."""
    safe = re.sub(r"[^\w-]", "-", label)
    return safe if safe == label else f"{safe}-{number}"


def _split_notes(tokens: Sequence[Token]) -> tuple[list[Token], dict[str, str]]:
    starts = [number for number, token in enumerate(tokens) if token.type == "footnote_block_open"]
    prose = list(tokens[: starts[0]] if starts else tokens)
    notes: dict[str, list[Token]] = {}
    label = ""
    for token in tokens[len(prose) :]:
        if token.type == "footnote_open":
            label = str(token.meta["label"])
            notes[label] = []
        elif token.type not in (
            "footnote_close",
            "footnote_anchor",
            "footnote_block_open",
            "footnote_block_close",
        ):
            notes[label].append(token)
    return prose, {name: _render(content).strip() for name, content in notes.items()}


def _annotated(
    tokens: Sequence[Token],
    marks: Sequence[Sequence[Marked]],
    names: Mapping[str, NameTarget],
    writers: _Writers,
    notes: Mapping[str, str],
    claimed: Mapping[str, tuple[str, str]],
) -> Iterator[Token]:
    linked: set[str] = set()
    beside: list[str] = []
    number = -1
    for token in tokens:
        if token.type == "heading_open":
            linked = set()
        if token.type == "inline":
            number += 1
            found = names_in(flat_text(token.children or []), names)
            links = list(_first_mentions(found, marks[number], linked, writers.link))
            token.children = list(annotate(token.children or [], marks[number], links, writers.mark))
            beside += [claimed[item.quote][1] for item in marks[number] if item.begins and item.quote in claimed]
            beside += [
                writers.footnote(label, sign, notes.get(label, "")) for label, sign in _references(token.children)
            ]
        yield token
        if token.level == 0 and token.nesting <= 0 and token.type != "inline" and beside:
            yield Token("html_block", "", 0, content="".join(beside) + "\n")
            beside = []


def _first_mentions(
    found: Sequence[NameFound], marks: Sequence[Marked], linked: set[str], link: Link
) -> Iterator[Linked]:
    for item in found:
        over = tuple(mark.quote for mark in marks if mark.start <= item.start and mark.end >= item.end)
        opening = link(item.name, item.target, over)
        if opening and opening not in linked:
            linked.add(opening)
            yield Linked(item.start, item.end, opening)


def _references(children: Sequence[Token]) -> list[tuple[str, str]]:
    """(label, number) of the footnotes that are referred to."""
    return [(str(child.meta["label"]), str(child.meta["id"] + 1)) for child in children if child.type == "footnote_ref"]


def _render(tokens: list[Token]) -> str:
    parser = markdown_parser()
    lowered = [_lowered(token) for token in tokens]
    return str(parser.renderer.render(_with_references(lowered), parser.options, {})).strip()


def _lowered(token: Token) -> Token:
    if token.type in ("heading_open", "heading_close") and token.tag in ("h1", "h2"):
        token.tag = "h3"
    return token


def _with_references(tokens: list[Token]) -> list[Token]:
    for token in tokens:
        for child in token.children or []:
            if child.type == "footnote_ref":
                child.content = _note_reference(str(child.meta["label"]), str(child.meta["id"] + 1))
                child.type = "html_inline"
    return tokens
