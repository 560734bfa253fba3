"""A seed's Markdown as that of a briefing: its footnotes are notes, its links lead to where a reader can go."""

import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import urlsplit

from dateline.markdown import footnotes_of, markdown_parser, plain_text, without_code
from dateline.vocabulary import load_vocabulary

_KIND = "note"  # of footnotes that name no kind of note themselves
_LABEL = r"\[(?P<{0}>(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\])*)\]"
_TARGET = r"""\(\s*(?P<target><[^<>\n]*>|(?:[^\s()<]|\([^\s()]*\))*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)"""
_INLINE = re.compile(rf"(?<!\\)(?P<image>!?){_LABEL.format('words')}{_TARGET}")
_BY_NAME = re.compile(rf"(?<!\\)(?P<image>!?){_LABEL.format('words')}(?:{_LABEL.format('name')})?(?![(:\[])")
_NAMED = re.compile(r"^ {0,3}\[(?P<name>[^\]\^][^\]]*)\]:\s*(?P<target><[^>\n]*>|\S+)[^\n]*\n?", re.MULTILINE)


def adapted(text: str) -> str | None:
    """The text with footnotes that a briefing can have, no image, and no link to a file that is not there.

    None where that could not be done: what the parser then finds is looked at once more.
    """
    own = _with_links(_with_notes(text))
    return own if _is_fit(own) and not Counter(plain_text(text).split()) - Counter(plain_text(own).split()) else None


def _with_notes(text: str) -> str:
    """Each label with a kind of note as its first word; a note without a reference, or the reverse, as mere signs."""
    notes = footnotes_of(text)
    kinds = load_vocabulary()["note-kinds"]
    signs: list[tuple[int, str, str]] = []
    for label in {**notes.defined, **notes.referred}:
        places = (*notes.defined.get(label, ()), *notes.referred.get(label, ()))
        new = label if label.partition("-")[0] in kinds else f"{_KIND}-{label}"
        sign = f"\\[^{label}]" if label in notes.lonely else f"[^{new}]"
        signs += [(place, f"[^{label}]", sign) for place in places]
    for place, old, new in sorted(signs, reverse=True):
        text = text[:place] + new + text[place + len(old) :]
    return text


def _with_links(text: str) -> str:
    """Without images and links to files beside the seed; their words stay, and so does an image's address."""
    targets = {_folded(match["name"]): match["target"] for match in _NAMED.finditer(without_code(text))}

    def inline(words: str, match: re.Match[str]) -> str | None:
        return _instead(words, match["image"], match["target"])

    def by_name(words: str, match: re.Match[str]) -> str | None:
        target = targets.get(_folded(match["name"] or match["words"]))
        return None if target is None else _instead(words, match["image"], target)

    text = _replaced(_INLINE, inline, text)
    if not targets:
        return text
    text = _replaced(_BY_NAME, by_name, text)
    return _replaced(_NAMED, lambda _, match: "" if _leads_nowhere(match["target"]) else None, text)


def _instead(words: str, image: str, target: str) -> str | None:
    """What stands for a link or an image, or None where it can stay."""
    if image:
        return words if _leads_nowhere(target) else f"[{words or 'picture'}]({target})"
    return words if _leads_nowhere(target) else None


def _replaced(pattern: re.Pattern[str], instead: Callable[[str, re.Match[str]], str | None], text: str) -> str:
    """Each match outside code, with what stands instead of it, also within the words of another."""
    parts: list[str] = []
    at = 0
    for match in pattern.finditer(without_code(text)):
        words = text[slice(*match.span("words"))] if "words" in match.groupdict() else ""
        inner = _replaced(pattern, instead, words) if "[" in words else words
        new = instead(inner, match)
        if new is None:
            whole = text[match.start() : match.end()]
            new = whole.replace(words, inner, 1) if inner != words else whole
        parts += [text[at : match.start()], new]
        at = match.end()
    return "".join([*parts, text[at:]])


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _leads_nowhere(target: str) -> bool:
    """True for a path, which would lead from the briefing to a file that is not there."""
    try:
        parts = urlsplit(target.strip("<>"))
    except ValueError:
        return True
    return not parts.scheme and not parts.netloc and bool(parts.path)


def _is_fit(text: str) -> bool:
    """True where the parser too finds no image, no path and no lonely footnote."""
    notes = footnotes_of(text)
    kinds = load_vocabulary()["note-kinds"]
    children = [child for token in markdown_parser().parse(text) for child in token.children or ()]
    links = (str(child.attrGet("href") or "") for child in children if child.type == "link_open")
    return (
        not notes.lonely
        and all(label.partition("-")[0] in kinds for label in notes.defined)
        and not any(child.type == "image" for child in children)
        and not any(map(_leads_nowhere, links))
    )
