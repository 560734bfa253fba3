"""Which pages have a social card of their own, and what it says."""

from collections.abc import Iterator

from anyascii import anyascii

from dateline.draw.cards import Card, draw_card
from dateline.index.entries import Index
from dateline.model import Edtf
from dateline.project import Project
from dateline.render.dates import date_words, day_words

HOME = "assets/cards/home.png"
_FONTS_HOLD = ((0x20, 0x52F), (0x590, 0x5FF), (0x600, 0x6FF), (0x750, 0x77F), (0x1E00, 0x1EFF), (0x2000, 0x206F))


def own_cards(index: Index, project: Project) -> dict[str, str]:
    """Staged page -> its picture's path below the site's root: of the newest briefings and incidents.

    Pages carry cards where the site has an address, since only whole addresses can be shared.
    """
    if not project.url:
        return {}
    folders = {"briefings": list(index.briefings), "incidents": list(index.incidents)}
    return {
        f"{folder}/{key}.md": f"assets/cards/{folder}/{key}.png"
        for folder, keys in folders.items()
        for key in keys[: project.settings.cards]
    }


def card_drawings(index: Index, project: Project) -> Iterator[tuple[str, str]]:
    """(path of the picture, its drawing as SVG) of each card."""
    if not project.url or not project.settings.cards:
        return
    tagline = str(project.site.get("site_description") or "Annotated briefings, each fact with its source.")
    yield HOME, draw_card(_readable(Card(project.name, "", project.name, tagline)))
    for key, briefing in list(index.briefings.items())[: project.settings.cards]:
        place = index.locations.get(briefing.briefing.location or "")
        below = " · ".join(filter(None, (day_words(briefing.briefing.date), place.full_name if place else "")))
        card = _card(project, "Briefing", briefing.title, below, briefing.status)
        yield f"assets/cards/briefings/{key}.png", draw_card(card)
    for key, incident in list(index.incidents.items())[: project.settings.cards]:
        place = index.locations.get(incident.location or "")
        when = date_words(incident.date) if isinstance(incident.date, Edtf) else ""
        below = " · ".join(filter(None, (when, place.full_name if place else "")))
        kind = project.vocabulary.label("incident-types", incident.type)
        yield (
            f"assets/cards/incidents/{key}.png",
            draw_card(_card(project, kind, incident.title, below, incident.status)),
        )


def _card(project: Project, kind: str, title: str, below: str, status: str) -> Card:
    entry = project.vocabulary["statuses"].get(status)
    shown = entry is not None and status != "not-applicable"
    label = entry.label if entry and shown else ""
    return _readable(Card(project.name, kind, title, below, status if shown else "", label))


def _readable(card: Card) -> Card:
    """Words in letters that the card's fonts do not hold are written in Latin ones."""
    return Card(_held(card.site), _held(card.above), _held(card.title), _held(card.below), card.status, card.label)


def _held(words: str) -> str:
    return " ".join(word if all(map(_is_held, word)) else anyascii(word) for word in words.split())


def _is_held(sign: str) -> bool:
    return any(first <= ord(sign) <= last for first, last in _FONTS_HOLD)
