"""Which town was the capital of a country on a day."""

from datetime import date

from dateline.places.gazetteer import capitals
from dateline.text.lexicon import word_set, words


def capital_on(code: str, day: date | None) -> str:
    """Its name; "" where it moved and the day is not known or too early, or where two towns are called so."""
    if code.lower() in word_set("capitals", "shared"):
        return ""
    moved = words("capitals")["moved"].get(code)
    if moved is None:
        return capitals().get(code, "")
    begun = [name for name, since in moved.items() if day and since <= day]
    return begun[-1] if begun else ""
