"""A new record's file: what is known of it, and as comments what else can be said."""

from functools import lru_cache
from importlib.resources import files

import yaml

from dateline.frontmatter import parse, write
from dateline.model import Model


@lru_cache(maxsize=8)
def hints(kind: str) -> dict[str, str]:
    """Key -> how it is written, of an `actor`, `location`, `incident` or `briefing`."""
    source = files("dateline.scaffold").joinpath("data", "hints", f"{kind}.yaml")
    return {str(key): str(text) for key, text in yaml.safe_load(source.read_text(encoding="utf-8")).items()}


def written_with_hints(kind: str, record: Model, body: str = "", *, remarks: tuple[str, ...] = ()) -> str:
    """The file's text; remarks: further comments, a line each."""
    text = write(record, body)
    known = parse(text).data
    lines = [f"# {remark}\n" for remark in remarks]
    for key, hint in hints(kind).items():
        if key not in known:
            lines += [f"# {line}\n" for line in hint.splitlines()]
    head, fence, rest = text.partition("\n---\n")
    return f"{head}\n{''.join(lines)}{fence.removeprefix(chr(10))}{rest}"
