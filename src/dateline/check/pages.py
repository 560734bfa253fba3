"""Pages that people write beside the records: each has an address of its own."""

from collections.abc import Iterator

from dateline.check.finding import Context, Finding
from dateline.model.paths import is_generated


def page_has_its_own_name(context: Context) -> Iterator[Finding]:
    """A page's address is not that of a page which Dateline makes."""
    for key, record in context.corpus.pages.items():
        if is_generated(key):
            what = "folder" if "/" in key else "page"
            name = key.partition("/")[0]
            message = (
                f"a page must not be where the site's own {what} '{name}' is, and is not published there; "
                f"rename the file, such as briefings/{_other(key)}.md"
            )
            yield Finding(record.path, 1, message)


def _other(key: str) -> str:
    head, slash, rest = key.partition("/")
    return f"about-{head}{slash}{rest}"
