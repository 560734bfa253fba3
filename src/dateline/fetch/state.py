"""What is remembered of each feed between two runs: `.dateline/feeds.json`, tracked by git."""

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from dateline.disk import write_atomic
from dateline.errors import ProjectError


class FeedState(BaseModel):
    """Of one feed.

    etag, last_modified  what the server called the feed when every item of it was settled; sent back, so that an
                         unchanged feed costs an answer of a few bytes
    items                guid -> seed, of the items that the feed still lists
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    etag: str = ""
    last_modified: str = ""
    items: dict[str, str] = {}


def read_state(path: Path) -> dict[str, FeedState]:
    """By feed address; nothing where there is no file (ProjectError where it cannot be used)."""
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {url: FeedState.model_validate(value) for url, value in found.items()}
    except (ValueError, AttributeError, ValidationError):
        words = "must be as `dateline fetch` wrote it; delete it, and items that became seeds are still known"
        raise ProjectError(f"{path.parent.name}/{path.name}: {words}") from None


def write_state(path: Path, state: dict[str, FeedState]) -> None:
    """Sorted, so that two branches seldom clash."""
    found = {url: state[url].model_dump(exclude_defaults=True) for url in sorted(state)}
    if found or path.is_file():
        write_atomic(path, json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
