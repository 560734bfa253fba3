"""One file after each of the fixes in turn; each is proven or left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.check.finding import Context
from dateline.fix.fixes import FIXES, Fix
from dateline.fix.mend import Mend, UnsafeMendError, applied
from dateline.fix.page import Page
from dateline.fix.written import Written
from dateline.frontmatter import FrontMatterError, parse
from dateline.load.record import load_record
from dateline.load.validating import validated
from dateline.model import Model, Problem


@dataclass(frozen=True, order=True)
class Fixed:
    """One thing that was put right; line: where it stood before."""

    path: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        """The printed form: `path:line: rule: fixed: message`."""
        return f"{self.path}:{self.line}: {self.rule}: fixed: {self.message}"


@dataclass(frozen=True)
class MendedFile:
    """data: the file's bytes afterwards; new: path -> bytes of the profiles that it needs."""

    data: bytes
    fixed: tuple[Fixed, ...] = ()
    problems: tuple[Problem, ...] = ()
    new: Mapping[str, bytes] = field(default_factory=dict)


def mended_file(path: str, data: bytes, model: type[Model], context: Context) -> MendedFile:
    """A file below `briefings/` after all fixes; one that cannot be decoded or has broken YAML stays as it is."""
    try:
        written = Written.of(data)
    except UnicodeDecodeError:
        return MendedFile(data)
    text, done = written.text, MendedFile(data)
    for fix in FIXES:
        page = _page(path, text, model, context)
        mends = tuple(fix.find(page)) if page else ()
        try:
            mended = applied(text, mends)
        except UnsafeMendError:
            done = replace(done, problems=(*done.problems, _unsafe(path, fix, mends)))
            continue
        if mended != text and not written.newline:
            return replace(done, problems=(_mixed(path),))
        text, done = mended, _with(done, path, fix, mends)
    return done if text == written.text else replace(done, data=written.encoded(text))


def _page(path: str, text: str, model: type[Model], context: Context) -> Page | None:
    try:
        parsed = parse(text)
    except FrontMatterError:
        return None
    record: Any
    record, _ = load_record(text.encode(), relative=path, model=model, vocabulary=context.vocabulary)
    faults = () if record else tuple(validated(parsed, model, context.vocabulary)[1])
    return Page(path, text, model, parsed, record, faults, context)


def _with(done: MendedFile, path: str, fix: Fix, mends: tuple[Mend, ...]) -> MendedFile:
    fixed = tuple(Fixed(path, mend.line, fix.rule, mend.message) for mend in mends)
    new = {mend.new.path: mend.new.text.encode() for mend in mends if mend.new}
    return replace(done, fixed=(*done.fixed, *fixed), new={**done.new, **new})


def _unsafe(path: str, fix: Fix, mends: tuple[Mend, ...]) -> Problem:
    message = f"a mend must change nothing else, and that of {fix.rule} could not be proven to; mend it by hand"
    return Problem(path, mends[0].line, "fix-unsafe", message, "warning")


def _mixed(path: str) -> Problem:
    message = "a file to be mended must end all its lines alike, and this one does not; save it with one kind of ending"
    return Problem(path, 1, "fix-unsafe", message, "warning")
