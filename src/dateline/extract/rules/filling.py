"""What a fresh report leaves unsaid of its news: the day and the country are its own."""

from collections.abc import Sequence

from dateline.extract.rules.days import day_said, past_dates
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.freshness import is_news, is_of_the_day
from dateline.extract.rules.modality import Modality, is_background
from dateline.extract.rules.whereabouts import place_said_with
from dateline.facts.extraction import Evidence, FoundDate
from dateline.facts.families import family_of
from dateline.model import Edtf
from dateline.text.lexicon import pattern
from dateline.text.span import Span

_FRESH = 2  # days


def complete(scene: Scene, event: Event) -> None:
    """Add a place said with the deed, and to the news of a fresh report its day and its country."""
    if family_of(event.type) == "politics":
        return
    beside = all(one.modality is Modality.BACKGROUND for one in event.triggers)
    news = is_news(scene, event) and not beside
    if not event.date and news:
        _add_day(scene, event)
    if event.place is None or scene.places[event.place].kind == "country":
        _add_place(scene, event, news=is_of_the_day(scene, event) and not beside)


def is_background_event(scene: Scene, event: Event) -> bool:
    """Told only beside the news, after the first sentence and without a day: whose day nobody tells."""
    later = scene.sentence_of(event.triggers[0]) > 0
    return later and not event.date and all(is_background(scene.reading, one.head) for one in event.triggers)


def _add_day(scene: Scene, event: Event) -> None:
    """The day on which it was said, where that is fresh news; else the report's own.

    None where some day is told that may be the deed's.
    """
    past = past_dates(scene.dates, scene.report)
    said = next(filter(None, (day_said(scene.reading, one.head, past) for one in event.triggers)), None)
    if event.doubts:
        return
    if said and _is_fresh(scene, said[0]):
        event.date, event.told["date"] = said
    elif scene.report and not said and not _tells_a_day(scene, event, past):
        event.date = f"{scene.report}~"
        event.told["date"] = Evidence("date", _first(scene, event), "filling: day of a fresh report")


def _is_fresh(scene: Scene, day: str) -> bool:
    when = Edtf.parse(day)
    return not scene.report or bool(when and when.last and (scene.report - when.last).days <= _FRESH)


def _tells_a_day(scene: Scene, event: Event, dates: Sequence[FoundDate]) -> bool:
    """Some day or span of time stands in its sentences, of which nothing says that it is the deed's."""
    spans = [scene.reading.sentence_span(number) for number in event.sentences]
    times = pattern("joining", "times")
    text = scene.reading.text
    return any(
        any(span.holds(found.span) for found in dates) or times.search(text, span.start, span.end) for span in spans
    )


def _add_place(scene: Scene, event: Event, *, news: bool) -> None:
    for trigger in event.triggers:
        found = place_said_with(scene.reading, trigger.head, scene.grounds)
        if found and (event.place is None or scene.places[found[0]].country in (None, event.place)):
            event.place, event.told["place"] = found
            return
    if event.place is None and news and scene.home is not None:
        event.place = scene.home
        event.told["place"] = Evidence("place", _first(scene, event), "filling: country of a fresh report")


def _first(scene: Scene, event: Event) -> Span:
    return scene.reading.sentence_span(scene.sentence_of(event.triggers[0]))
