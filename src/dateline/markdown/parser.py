"""The parser that the checks, the index and the pages share; it escapes raw HTML."""

from functools import lru_cache

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin


@lru_cache(maxsize=1)
def markdown_parser() -> MarkdownIt:
    """A configured parser; it keeps no state between texts."""
    parser = MarkdownIt("commonmark", {"html": False, "alerts": True})
    return parser.enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)
