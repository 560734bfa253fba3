"""On which points the reports of one incident differ."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from dateline.index.entries import ClaimRow, Difference
from dateline.index.ties import ReportOf
from dateline.model import Count


def differences_between(reports: Sequence[ReportOf], rows: Sequence[ClaimRow]) -> tuple[Difference, ...]:
    """One entry for each point on which two briefings give different values; a point only one gives is no difference.

    Values are ids, EDTF dates, type slugs or counts as `low/best/high`; pages put them into words.
    """
    points: tuple[tuple[str, Callable[[ReportOf], str]], ...] = (
        ("date", lambda item: item.report.date or ""),
        ("location", lambda item: item.report.location or ""),
        ("type", lambda item: item.report.type),
        ("fatalities", lambda item: count_value(item.report.fatalities)),
        ("injured", lambda item: count_value(item.report.injured)),
    )
    found = [_difference(kind, [(value(item), item.briefing) for item in reports]) for kind, value in points]
    found.append(
        _difference(
            "perpetrator", [(str(row.claim.about.actor), row.briefing) for row in rows if row.statement.accuses_record]
        )
    )
    return tuple(item for item in found if item)


def _difference(kind: str, given: Sequence[tuple[str, str]]) -> Difference | None:
    values: dict[str, list[str]] = defaultdict(list)
    for value, briefing in given:
        if value and briefing not in values[value]:
            values[value].append(briefing)
    reports = {briefing for briefings in values.values() for briefing in briefings}
    if len(values) < 2 or len(reports) < 2:
        return None
    return Difference(kind, tuple((value, tuple(briefings)) for value, briefings in values.items()))


def count_value(count: Count | None) -> str:
    """A count as text that `parse_count` reads back: `low/best/high`, an absent bound as nothing."""
    if count is None:
        return ""
    return "/".join("" if bound is None else str(bound) for bound in (count.low, count.best, count.high))


def parse_count(value: str) -> Count:
    """The count that `count_value` wrote."""
    low, best, high = (int(part) if part else None for part in value.split("/"))
    return Count(low=low, best=best, high=high)
