"""Which extractor drafts: one of those built in, or one that an installed package offers."""

import os
from collections.abc import Callable, Mapping
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError, ProjectError
from dateline.extract.llm import llm_extractor
from dateline.extract.rules import rules_extractor
from dateline.facts.contract import Extractor, UnreadSeedError
from dateline.facts.extraction import Extraction
from dateline.facts.registry import Registry
from dateline.model import Seed
from dateline.project import DraftSettings

GROUP = "dateline.extractors"


def _rules(settings: DraftSettings, cache: Path | None) -> Extractor:
    return rules_extractor(settings.model, cache=cache)


def _llm(settings: DraftSettings, cache: Path | None) -> Extractor:
    rules = _rules(settings, cache) if settings.llm == "suggest" else None
    return llm_extractor(os.environ, rules, cache=cache)


BUILT_IN: Mapping[str, Callable[[DraftSettings, Path | None], Extractor]] = {"rules": _rules, "llm": _llm}


def find_extractor(settings: DraftSettings, *, cache: Path | None = None) -> Extractor:
    """The extractor that `extra.dateline.draft.extractor` names (ProjectError where there is none such)."""
    name = settings.extractor
    if name in BUILT_IN:
        return BUILT_IN[name](settings, cache)
    offered = {point.name: point for point in entry_points(group=GROUP)}
    if name not in offered:
        names = ", ".join([*BUILT_IN, *sorted(offered)])
        raise ProjectError(f"the extractor (extra.dateline.draft.extractor) must be one of {names}, not '{name}'")
    try:
        found = offered[name].load()
    except Exception as error:
        raise ProjectError(f"the extractor '{name}' ({offered[name].value}) cannot be loaded: {_said(error)}") from None
    return guarded(name, found)


def guarded(name: str, extract: Any) -> Extractor:
    """An extractor of strangers: what goes wrong in it is an UnreadSeedError of the seed at hand."""
    if not callable(extract):
        raise ProjectError(f"the extractor '{name}' must be a function (Seed, Registry) -> Extraction")

    def read(seed: Seed, registry: Registry) -> Extraction:
        try:
            found = extract(seed, registry)
        except (DatelineError, UnreadSeedError):
            raise
        except Exception as error:
            raise UnreadSeedError(f"the extractor '{name}' failed: {_said(error)}") from error
        if not isinstance(found, Extraction):
            raise UnreadSeedError(f"the extractor '{name}' must return an Extraction, not {type(found).__name__}")
        return found

    return read


def _said(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
