"""Editorial notes: every footnote that is referred to is written, and its kind is known."""

import re
from collections.abc import Iterator

from dateline.check.finding import Context, Finding, did_you_mean

_REFERENCE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](?!:)")
_DEFINITION = re.compile(r"^\[\^([^\]\s]+)\]:", re.MULTILINE)


def notes_are_defined(context: Context) -> Iterator[Finding]:
    """A footnote's reference and its text come together; the label's first word is a kind of note."""
    corpus = context.corpus
    groups = (corpus.briefings, corpus.actors, corpus.locations, corpus.incidents, corpus.pages)
    for record in (record for group in groups for record in group.values() if "[^" in record.body):
        defined = {match[1]: match.start() for match in _DEFINITION.finditer(record.body)}
        referred = {match[1]: match.start() for match in _REFERENCE.finditer(record.body)}
        for label, at in [*referred.items(), *defined.items()]:
            line = record.body_line + record.body.count("\n", 0, at)
            if label not in defined:
                advice = did_you_mean(label, list(defined), f"add a line '[^{label}]: …'")
                yield Finding(record.path, line, f"note '{label}' must be written; {advice}")
            elif label not in referred:
                yield Finding(
                    record.path, line, f"note '{label}' must be referred to in the text; add [^{label}] there"
                )
        for label, at in defined.items():
            kind = label.partition("-")[0]
            if kind not in context.vocabulary["note-kinds"]:
                line = record.body_line + record.body.count("\n", 0, at)
                fault = context.vocabulary.fault("note-kinds", kind)
                yield Finding(record.path, line, f"the first word of the note's label '{label}' {fault}")
