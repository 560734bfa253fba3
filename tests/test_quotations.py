"""Where a text quotes."""

import pytest

from dateline.text.quotations import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Who was it?" he asked. "Nobody," she said. He is 5\'11" tall.', ["Who was it?", "Nobody,"]),
        ("“We left. “Nobody stayed,” he said.", ["We left. ", "Nobody stayed,"]),
        ('She said: "No way.\n\n"Never," she added.', ["No way.", "Never,"]),
        ("''There is nothing,'' he said.", ["There is nothing,"]),
        ('A ("short") one.', ["short"]),
        ("Nobody's words.", []),
    ],
)
def test_words_between_marks(text: str, expected: list[str]) -> None:
    """Curly, straight and doubled marks; one that nothing closes ends at the next one that opens."""
    assert [span.of(text) for span in quotations(text)] == expected
