"""seeds ─read─▶ Seed: Markdown with front matter; the text stays as it is."""

import re

from dateline.frontmatter import FrontMatterError, Parsed, parse
from dateline.read.article import make_seed
from dateline.read.decode import decode, tidy
from dateline.read.faults import SeedError
from dateline.read.header import read_header
from dateline.read.source import Found, Reading, SeedFile

_HEADING = re.compile(r"# +(.+?)(?: +#+)?(?:\n|\Z)")


def read_markdown(file: SeedFile) -> Reading:
    """The one article of a `.md` file (SeedError where it cannot be read)."""
    parsed = parse_matter(decode(file.data))
    header, faults = read_header(parsed.data)
    text = tidy(parsed.body)
    heading = _HEADING.match(text)
    if heading and not header.title:
        header = header.model_copy(update={"title": " ".join(heading[1].split())})
    seed = make_seed(header, text, ref=file.path, sha256=file.sha256, form="md", name=file.stem)
    problems = tuple(fault.problem(file.path, parsed.lines.get((fault.key,), 1)) for fault in faults)
    return Reading((Found(seed),), problems)


def parse_matter(text: str) -> Parsed:
    """Front matter and body (SeedError with its line where the front matter is broken)."""
    try:
        return parse(text)
    except RecursionError:
        raise SeedError("front matter: must hold plain keys and values, found one nested too deep") from None
    except FrontMatterError as error:
        raise SeedError(error.message, line=error.line) from None
