"""Reads the closed lists under `data/` and a project's additions to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.vocabulary.nearest import nearest


@dataclass(frozen=True)
class Entry:
    """One value of a list: its slug, its label for pages, and what else its data file says."""

    slug: str
    label: str
    fields: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        """A further field of the entry, or "" where it has none."""
        return self.fields.get(key, "")


class Vocabulary(Mapping[str, Mapping[str, Entry]]):
    """The closed lists by name: `incident-types`, `actor-kinds`, `roles`, …; each in the order of its file."""

    def __init__(self, lists: Mapping[str, Mapping[str, Entry]]) -> None:
        self._lists = dict(lists)

    def __getitem__(self, name: str) -> Mapping[str, Entry]:
        """The entries of one list by slug; an unknown list is a programming error (KeyError)."""
        return self._lists[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def label(self, name: str, slug: str | None) -> str:
        """The label of a value; the slug in words where the list does not know it."""
        if not slug:
            return ""
        entry = self._lists[name].get(slug)
        return entry.label if entry else slug.replace("-", " ")

    def fault(self, name: str, value: str) -> str:
        """The message for a value that is not in the list, with the nearest one that is."""
        hint = nearest(value, self._lists[name])
        tail = f"did you mean '{hint}'?" if hint else "use one of " + ", ".join(self._lists[name])
        return f"must be in the list '{name.replace('-', ' ')}', not '{value}'; {tail}"

    def extended(self, additions: Mapping[str, Mapping[str, Any]]) -> "Vocabulary":
        """With a project's own values (`extra.dateline.vocabulary`: list -> slug -> label or fields)."""
        lists = {name: dict(entries) for name, entries in self._lists.items()}
        for name, values in additions.items():
            for slug, given in values.items():
                lists[name][slug] = _entry(slug, given if isinstance(given, dict) else {"label": given})
        return Vocabulary(lists)


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The lists that come with Dateline."""
    folder = files("dateline.vocabulary").joinpath("data")
    lists = {}
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".yaml"):
            content = yaml.safe_load(file.read_text(encoding="utf-8"))
            lists[file.name.removesuffix(".yaml")] = {str(k): _entry(str(k), v) for k, v in content.items()}
    return Vocabulary(lists)


def _entry(slug: str, fields: Mapping[str, Any]) -> Entry:
    label = str(fields.get("label") or slug.replace("-", " "))
    return Entry(slug, label, {k: v for k, v in fields.items() if k != "label"})
