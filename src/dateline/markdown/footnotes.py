"""The footnotes of a Markdown text: which are written, which are referred to, and where."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.markdown.code import without_code
from dateline.markdown.parser import markdown_parser

_REFERENCE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")
_DEFINITION = re.compile(r"^[ \t>*+.)\d-]*(\[\^([^\]\s]+)\]):", re.MULTILINE)


@dataclass(frozen=True)
class Footnotes:
    """defined, referred: label -> each place where it stands; a footnote is whole where its label is in both."""

    defined: Mapping[str, tuple[int, ...]]
    referred: Mapping[str, tuple[int, ...]]

    @property
    def lonely(self) -> frozenset[str]:
        """Labels that are written and never referred to, or the other way round."""
        return frozenset(self.defined.keys() ^ self.referred.keys())


def footnotes_of(body: str) -> Footnotes:
    """The footnotes outside code."""
    if "[^" not in body:
        return Footnotes({}, {})
    known: dict[str, Any] = {}
    markdown_parser().parse(body, known)
    labels = known.get("footnotes", {}).get("refs", {})
    plain = without_code(body)
    defined: dict[str, tuple[int, ...]] = {}
    for match in _DEFINITION.finditer(plain):
        if f":{match[2]}" in labels:
            defined[match[2]] = (*defined.get(match[2], ()), match.start(1))
    places = {place for found in defined.values() for place in found}
    referred: dict[str, tuple[int, ...]] = {}
    for match in _REFERENCE.finditer(plain):
        if match.start() not in places and labels.get(f":{match[1]}", 0) >= 0:
            referred[match[1]] = (*referred.get(match[1], ()), match.start())
    return Footnotes(defined, referred)
