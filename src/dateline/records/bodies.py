"""Two records' prose as one: one after the other, notes of one label told apart."""

import re

_LABEL = re.compile(r"\[\^([^\]\s]+)\]")


def joined_bodies(kept: str, other: str) -> str:
    """The kept prose, then the other where it says something that does not stand there already."""
    if not other.strip() or other.strip() in kept:
        return kept
    text = f"{kept.strip()}\n\n{_relabelled(other, set(_LABEL.findall(kept))).strip()}".strip()
    return f"\n{text}\n"


def _relabelled(text: str, taken: set[str]) -> str:
    new: dict[str, str] = {}
    for label in dict.fromkeys(_LABEL.findall(text)):
        new[label] = _free(label, taken | set(new.values()))
    return _LABEL.sub(lambda match: f"[^{new[match[1]]}]", text)


def _free(label: str, taken: set[str]) -> str:
    kind, _, number = label.rpartition("-")
    head, count = (kind, int(number)) if kind and number.isdecimal() else (label, 1)
    while label in taken:
        count += 1
        label = f"{head}-{count}"
    return label
