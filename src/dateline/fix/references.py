"""Ids that name no record: a slip of one that exists, or a record that is still to be written."""

from collections.abc import Iterator

from dateline.check.known import known_to
from dateline.check.likeness import obvious
from dateline.check.references import Reference
from dateline.check.unknown import FOLDERS, references_of, remedy
from dateline.fix.mend import Mend, NewFile
from dateline.fix.page import Page
from dateline.frontmatter import written_matter


def own_id(page: Page) -> Iterator[Mend]:
    """The file's name, where the id is a slip of it."""
    written = page.value(("id",))
    if page.referring and isinstance(written, str) and written != page.stem and obvious(written, [page.stem]):
        mend = page.with_value(("id",), page.stem)
        if mend:
            yield mend


def other_ids(page: Page) -> Iterator[Mend]:
    """The id that is meant, where one alone can be; for an actor or place without a record, the stub of one."""
    record = page.referring
    if record is None:
        return
    known = known_to(page.context, record)
    stubs = set()
    for reference in references_of(record):
        if reference.id in known.get(reference.kind, (reference.id,)):
            continue
        found = remedy(page.context, record, reference)
        mend = page.with_value(reference.keys, found.meant) if found.meant else None
        if mend:
            yield mend
        elif found.name and (reference.kind, reference.id) not in stubs:
            stubs.add((reference.kind, reference.id))
            yield _stub(reference, found.name, record.line(*reference.keys))


def _stub(reference: Reference, name: str, line: int) -> Mend:
    path = f"briefings/{FOLDERS[reference.kind]}/{reference.id}.md"
    text = f"---\n{written_matter({'id': reference.id, 'name': name, 'kind': 'unknown'})}---\n"
    return Mend(line, f"{path} is written, named '{name}'; add what is known", new=NewFile(path, text))
