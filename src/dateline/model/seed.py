"""A raw article as obtained: what `read` returns and what every quote is verified against."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Seed:
    """One article.

    ref        `seeds/name.txt`, or `seeds/name.jsonl#id` for one line of many
    sha256     of the file's bytes (of the line's, in a `.jsonl`), in hex
    text       the article's words, NFC, lines ended by a line feed, paragraphs parted by one empty
               line; without header and front matter. Quotes and offsets (code points) refer to it
    published  `YYYY-MM-DD`, or "" where neither header nor dateline tells
    place      the dateline's place as written ("BAGHDAD, Iraq"), or ""
    format     `txt`, `md`, `html` or `jsonl`
    licence    under which its publisher gives it, in the publisher's words or as an address; "" where not stated
    """

    ref: str
    sha256: str
    text: str
    format: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    author: str = ""
    place: str = ""
    licence: str = ""

    @property
    def path(self) -> str:
        """The file that holds it, without the line's id."""
        return self.ref.partition("#")[0]

    @property
    def day(self) -> date | None:
        """The day on which it was published, where that is known."""
        return date.fromisoformat(self.published) if self.published else None
