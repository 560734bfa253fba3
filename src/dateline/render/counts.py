"""Numbers of people in words: "1 killed", "13–46 killed", "at least 5 injured", "not reported"."""

from collections.abc import Sequence

from dateline.model import Count

NOT_REPORTED = "not reported"


def count_words(count: Count | None, verb: str) -> str:
    """A count with what happened to the people; zero is "none killed", absence "not reported"."""
    if count is None:
        return NOT_REPORTED
    low, high = count.low, count.high
    if low is None and high is None:
        return _number(count.best, verb)
    if low == high:
        return _number(low, verb)
    if high is None:
        return f"at least {low:,} {verb}" + _best(count)
    if low is None:
        return f"up to {high:,} {verb}" + _best(count)
    return f"{low:,}–{high:,} {verb}" + _best(count)


def count_clause(count: Count, fate: str) -> str:
    """A count as a clause: "1 was killed", "at least 21 were injured", "nobody was killed"."""
    numbers = {count.low, count.best, count.high} - {None}
    if numbers == {0}:
        return f"nobody was {fate}"
    return count_words(count, f"{'was' if numbers == {1} else 'were'} {fate}")


def casualty_words(fatalities: Count | None, injured: Count | None) -> tuple[str, ...]:
    """What a facts strip shows: the killed, and the injured where any report counts them."""
    if fatalities is None and injured is None:
        return (NOT_REPORTED,)
    killed = count_words(fatalities, "killed") if fatalities else "killed: not reported"
    return (killed, count_words(injured, "injured")) if injured else (killed,)


def plural(number: int, noun: str, many: str = "") -> str:
    """A number with its noun: "1 source", "3 sources"; `many` where an s is not enough."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words in a row: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def _number(value: int | None, verb: str) -> str:
    return f"none {verb}" if value == 0 else f"{value:,} {verb}"


def _best(count: Count) -> str:
    return f" (best estimate {count.best:,})" if count.best is not None else ""
