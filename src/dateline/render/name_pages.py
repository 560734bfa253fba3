"""Where the page of a shared name stands."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable


def name_slugs(names: Iterable[str]) -> dict[str, str]:
    """Name -> slug of its page, each its own; a name without Latin letters gets one from its hash."""
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(names):
        plain = _slug(name)
        slug, number = plain, 2
        while slug in taken:
            slug, number = f"{plain}-{number}", number + 1
        taken.add(slug)
        slugs[name] = slug
    return slugs


def _slug(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    plain = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    return plain or "name-" + hashlib.sha256(name.encode("utf-8")).hexdigest()[:8]
