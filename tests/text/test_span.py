"""Spans: what several of them hold between them."""

import random

from dateline.text.span import Span, cover, held, overlaps


def test_a_cover_joins_what_overlaps():
    assert cover([Span(8, 9), Span(0, 5), Span(1, 2), Span(4, 7)]) == (Span(0, 7), Span(8, 9))


def test_a_span_overlaps_a_cover_where_it_overlaps_one_of_the_spans():
    chosen = random.Random(1)
    spans = [Span(start, start + chosen.randint(1, 6)) for start in chosen.sample(range(200), 25)]
    covered = cover(spans)
    for start in range(210):
        for end in range(start + 1, start + 8):
            alone = any(start < other.end and other.start < end for other in spans)
            assert overlaps(covered, Span(start, end)) == alone


def test_spans_are_held_by_another_one_up_to_its_very_ends():
    spans = [Span(0, 3), Span(2, 9), Span(4, 6), Span(4, 12), Span(10, 10), Span(11, 12)]
    assert held(spans, Span(2, 10)) == [Span(2, 9), Span(4, 6), Span(10, 10)]
