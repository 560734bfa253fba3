"""Front matter: YAML whose text stays text, read with the line of each key, written in one order."""

from dateline.frontmatter.parse import FrontMatterError, Parsed, parse
from dateline.frontmatter.scalars import with_scalars
from dateline.frontmatter.write import write, written_matter

__all__ = ["FrontMatterError", "Parsed", "parse", "with_scalars", "write", "written_matter"]
