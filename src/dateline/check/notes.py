"""Editorial notes: every footnote that is referred to is written, and its kind is known."""

from collections.abc import Iterator

from dateline.check.finding import Context, Finding, did_you_mean
from dateline.markdown import footnotes_of


def notes_are_defined(context: Context) -> Iterator[Finding]:
    """A footnote's reference and its text come together; the label's first word is a kind of note."""
    corpus = context.corpus
    groups = (corpus.briefings, corpus.actors, corpus.locations, corpus.incidents, corpus.pages)
    for record in (record for group in groups for record in group.values() if "[^" in record.body):
        notes = footnotes_of(record.body)
        for label, places in [*notes.referred.items(), *notes.defined.items()]:
            line = record.body_line + record.body.count("\n", 0, places[-1])
            if label not in notes.defined:
                advice = did_you_mean(label, list(notes.defined), f"add a line '[^{label}]: …'")
                yield Finding(record.path, line, f"note '{label}' must be written; {advice}")
            elif label not in notes.referred:
                yield Finding(
                    record.path, line, f"note '{label}' must be referred to in the text; add [^{label}] there"
                )
        for label, places in notes.defined.items():
            kind = label.partition("-")[0]
            if kind not in context.vocabulary["note-kinds"]:
                line = record.body_line + record.body.count("\n", 0, places[-1])
                fault = context.vocabulary.fault("note-kinds", kind)
                yield Finding(record.path, line, f"the first word of the note's label '{label}' {fault}")
