"""Links as people write them for GitHub (`actors/ID.md`), turned into links of the site."""

from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from dateline.model.paths import resolved, site_url


def link_resolver(path: str, root: str, seeds: dict[str, str]) -> Callable[[str], str]:
    """A function from the target of a link to its target on the page.

    path   of the file in the project, e.g. `briefings/about.md`
    root   prefix from the page to the site's root, e.g. `../`
    seeds  seed's ref -> URL of its source page below the site's root
    """

    def resolve(target: str) -> str:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path:
            return target
        inside = resolved(path, unquote(parts.path))
        article = seeds.get(f"{inside}#{unquote(parts.fragment)}")
        if article:
            return f"{root}{article}"
        url = seeds.get(inside) or site_url(inside)
        return f"{root}{url}{'#' + parts.fragment if parts.fragment else ''}" if url else target

    return resolve
