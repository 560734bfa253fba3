"""Which extractor drafts: the built-in `rules`, or one that an installed package offers."""

from importlib.metadata import entry_points
from pathlib import Path

from dateline.draft.contract import Extractor
from dateline.draft.rules import rules_extractor
from dateline.errors import ProjectError
from dateline.project import DraftSettings

GROUP = "dateline.extractors"


def find_extractor(settings: DraftSettings, *, cache: Path | None = None) -> Extractor:
    """The extractor that `extra.dateline.draft.extractor` names (ProjectError where there is none such)."""
    if settings.extractor == "rules":
        return rules_extractor(settings.model, cache=cache)
    offered = {point.name: point for point in entry_points(group=GROUP)}
    if settings.extractor not in offered:
        names = ", ".join(["rules", *sorted(offered)])
        raise ProjectError(
            f"mkdocs.yml: extra.dateline.draft.extractor must be one of {names}, not '{settings.extractor}'"
        )
    extractor: Extractor = offered[settings.extractor].load()
    return extractor
