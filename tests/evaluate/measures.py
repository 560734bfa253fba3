"""Figures beside the scorer's: dates in the text, doers named rightly, articles found by labelled kinds of incident."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from dateline.text.lexicon import words
from dateline.vocabulary import load_vocabulary

_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?$")
_UNKNOWN = {"unknown", "unclear", "other"}
# Fighting and what the law does are not labelled.
_NOT_LABELLED = {"armed-clash", "military-operation", "territory-change", "deployment", "arrest", "court-case"}
_SMALL = {"of", "and", "in", "the", "a", "an", "to", "for", "on", "people", "persons", "forces", "army"}
Documents = list[dict[str, Any]]


def dates_right(documents: Documents, predictions: Documents) -> str:
    """Of the days, months and years labelled in the text, those with the same value there; "" without labels."""
    right = wanted = 0
    for document, predicted in zip(documents, predictions, strict=True):
        for timex in document["gold"].get("timexes", []):
            value = timex.get("value", "")[:10]
            if timex.get("span") and timex.get("type") in ("DATE", "TIME") and _CALENDAR.match(value):
                wanted += 1
                right += any(
                    date["value"] == value and _touch(date["span"], timex["span"]) for date in predicted["dates"]
                )
    return f"{'dates right':28} {right / wanted:6.3f}  (n={wanted})" if wanted else ""


def _touch(one: list[int], two: list[int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def named_doers_right(documents: Documents, predictions: Documents) -> str:
    """Of the actors named as doers in articles with labelled incidents, those that the labels name too.

    By any name of a known body: a draft's Islamic State is a label's ISIS.
    """
    right = named = 0
    for document, predicted in zip(documents, predictions, strict=True):
        incidents = document["gold"].get("incidents", [])
        if not any("perpetrators" in incident and not incident.get("trigger") for incident in incidents):
            continue
        known = [_words(name) for name in _doers(incidents)]
        for incident in predicted["incidents"]:
            if incident["named_perpetrators"] and incident["type"] not in _NOT_LABELLED:
                named += 1
                names = [other for name in incident["named_perpetrators"] for other in _all_names(name)]
                right += any(_words(name) & told for name in names for told in known)
    return f"{'named perpetrators right':28} {right / named:6.3f}  (n={named})" if named else ""


def labelled_kinds_found(documents: Documents, predictions: Documents) -> str:
    """Articles with labelled incidents among those with drafted ones of a kind that the labels have words for."""
    right = found = wanted = 0
    for document, predicted in zip(documents, predictions, strict=True):
        incidents = [one for one in document["gold"].get("incidents", []) if not one.get("trigger")]
        relevant = any(not one.get("optional") for one in incidents)
        drafted = any(_is_labelled(one["type"]) for one in predicted["incidents"])
        wanted += relevant
        if relevant or not incidents:
            found += drafted
            right += relevant and drafted
    if not wanted or not found:
        return ""
    precision, recall = right / found, right / wanted
    both = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"{'found, labelled kinds, F1':28} {both:6.3f}  (precision {precision:.3f}, recall {recall:.3f}, n={wanted})"


def _is_labelled(kind: str | None) -> bool:
    """None: of a kind that the report does not tell."""
    if kind is None:
        return False
    category = load_vocabulary()["incident-types"][kind]["category"]
    return category not in ("politics", "harm-without-intent", "other") and kind not in _NOT_LABELLED


def _doers(incidents: Iterable[dict[str, Any]]) -> Iterable[str]:
    for incident in incidents:
        for entry in [*(incident.get("perpetrators") or []), *(incident.get("perp_orgs") or [])]:
            yield from entry.get("strings", [entry.get("name", "")]) if isinstance(entry, dict) else [entry]


def _all_names(name: str) -> list[str]:
    """The name with those of the known body that bears it."""
    listed = words("actors").get(name, {})
    return [name, *listed.get("names", ())]


def _words(name: str) -> set[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return set(re.findall(r"[^\W_]+", plain)) - _SMALL - _UNKNOWN
