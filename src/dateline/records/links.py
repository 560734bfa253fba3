"""Links in prose (`actors/ID.md`, as on GitHub) that follow a record to its new file; all other words stay."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from dateline.markdown import markdown_parser
from dateline.model.paths import resolved
from dateline.records.names import Target


def moved_links(path: str, body: str, moved: Mapping[Target, str]) -> str:
    """The body with its links to moved records led to their new ids. path: of the file, relative to the project."""
    aims = {target.path: f"{key}.md" for target, key in moved.items()}
    for target in moved:
        pattern = re.compile(rf"(?<![\w-]){re.escape(target.id)}\.md(?![\w-])")
        for match in reversed(list(pattern.finditer(body))):
            new = body[: match.start()] + aims[target.path] + body[match.end() :]
            if new != body and _only_links(path, body, aims) == _only_links(path, new, aims):
                body = new
    return body


def _only_links(path: str, body: str, aims: Mapping[str, str]) -> list[Any]:
    """All that the prose says, each link with the file that it leads to once `aims` have moved."""
    return [(kind, _moved(resolved(path, target), aims) if target else "", rest) for kind, target, rest in _links(body)]


def _moved(path: str, aims: Mapping[str, str]) -> str:
    return path.rpartition("/")[0] + "/" + aims[path] if path in aims else path


def _links(body: str) -> list[tuple[str, str, str]]:
    """(type, relative path of a link or "", what else it says) of each token."""
    found = []
    for token in markdown_parser().parse(body):
        for one in (token, *(token.children or [])):
            attribute = "href" if one.type == "link_open" else "src" if one.type == "image" else ""
            parts = urlsplit(str(one.attrGet(attribute) or "")) if attribute else None
            local = parts is not None and not parts.scheme and not parts.netloc
            said = one.content if one.type != "inline" else ""
            target = unquote(parts.path) if parts and local else ""
            rest = (parts.fragment if local else str(one.attrGet(attribute))) if parts else said
            found.append((one.type, target, rest))
    return found
