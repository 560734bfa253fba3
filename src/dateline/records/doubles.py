"""What stands twice once two ids are one: the same id in a list, the same part, two reports of one event."""

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.records.joining import Clash, joined, unique

_LISTS = ("actors", "places", "member_of", "part_of", "not_same_as", "maybe_same_as")


def without_doubles(values: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[Clash, ...]]:
    """Front matter with each item once; reports of one incident become one report."""
    found = dict(values)
    for key in _LISTS:
        if key in found:
            found[key] = unique(found[key])
    clashes: list[Clash] = []
    if "incidents" in found:
        found["incidents"] = list(_incidents(found["incidents"], clashes))
    return found, tuple(clashes)


def _incidents(reports: list[dict[str, Any]], clashes: list[Clash]) -> Iterator[dict[str, Any]]:
    by_id: dict[str, dict[str, Any]] = {}
    for report in reports:
        first = by_id.get(report["id"])
        if first is None:
            by_id[report["id"]] = _with_parts_once(report)
            continue
        by_id[report["id"]], left = joined(first, _with_parts_once(report))
        clashes += [Clash(f"incidents[{report['id']}].{one.key}", one.kept, one.left) for one in left]
    yield from by_id.values()


def _with_parts_once(report: dict[str, Any]) -> dict[str, Any]:
    return {**report, "participants": unique(report["participants"])} if "participants" in report else report
