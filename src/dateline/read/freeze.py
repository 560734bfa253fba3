"""A frozen text: what was read from a web page, kept so that it reads the same with any parser or none."""

from pathlib import Path

from dateline.disk import write_atomic
from dateline.frontmatter import write
from dateline.model import Seed
from dateline.read.article import make_seed
from dateline.read.decode import decode, tidy
from dateline.read.header import Header, read_header
from dateline.read.markdown import parse_matter
from dateline.read.source import Found, Reading, SeedFile


def frozen_path(sha256: str, *, texts: Path) -> Path:
    """Where the frozen text of a file with these bytes is kept."""
    return texts / f"{sha256}.md"


def freeze(seed: Seed, *, texts: Path) -> bool:
    """Keep the text of a seed that needs a parser to be read (`html`); True if a file was written or changed."""
    if seed.format != "html":
        return False
    header = Header(
        title=seed.title,
        date=seed.published,
        publisher=seed.publisher,
        url=seed.url,
        author=seed.author,
        place=seed.place,
        licence=seed.licence,
    )
    return write_atomic(frozen_path(seed.sha256, texts=texts), write(header, seed.text))


def thaw(path: Path, file: SeedFile) -> Reading:
    """The seed as frozen; its problems name the frozen text (SeedError where that cannot be read)."""
    parsed = parse_matter(decode(path.read_bytes()))
    header, faults = read_header(parsed.data)
    seed = make_seed(header, tidy(parsed.body), ref=file.path, sha256=file.sha256, form="html", name=file.stem)
    where = path.relative_to(file.root).as_posix() if path.is_relative_to(file.root) else path.name
    return Reading((Found(seed),), tuple(fault.problem(where, parsed.lines.get((fault.key,), 1)) for fault in faults))
