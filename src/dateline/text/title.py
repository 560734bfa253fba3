"""A title from the report's own words: its headline, or its first sentence made shorter by removal alone."""

import re
from collections.abc import Callable

from dateline.text.lexicon import word_set
from dateline.text.slugs import slug

_LONGEST = 110
_MOST = 180  # a sentence that no step could shorten, or a table without any
# Where a clause may end; not the comma behind “Kan.” or in “26,000”.
_BORDER = re.compile(r"(?<![.\d])[,;:]\s|\s[–—]\s|\s(?:which|who|that|when|while|after|because|and|but)\s")
_CLAUSE = r"(?:[^,]|,(?=\d))*"  # up to a comma; the one in “26,000” is none
_SUBORDINATE = (
    r"(?:which|who|whose|where|while|when|after|as|amid|although|because|despite|following|including|since|with)"
)


def title_of(given: str, sentence: str) -> str:
    """The given title; without one the sentence without what a title can do without, no full stop at its end."""
    if given.strip():
        return _cleaned(given)
    title = _cleaned(sentence)
    for shorten in STEPS:
        if len(title) <= _LONGEST:
            break
        title = _cleaned(shorten(title)) or title
    return title if len(title) <= _MOST else _cut(title)


def _cut(title: str) -> str:
    """As far as the last border of a clause, with a sign that more follows."""
    borders = [match.start() for match in _BORDER.finditer(title, _LONGEST // 2, _MOST)]
    return title[: borders[-1]].rstrip(" ,;:-–—") + " …" if borders else shortened(title, _MOST)


def shortened(words: str, most: int) -> str:
    """The words as they are, or as many whole ones as fit and a sign that more follow."""
    if len(words) <= most:
        return words
    end = words.rfind(" ", most // 2, most)
    # Scripts without spaces between words are cut anywhere.
    return words[: end if end > 0 else most].rstrip(" ,;:-–—") + " …"


def _cleaned(words: str) -> str:
    words = " ".join(words.split()).strip(" ,;:-–—")
    words = re.sub(r"(?<!\b[A-Z])(?<!\.\w)\.$", "", words)
    return words[:1].upper() + words[1:]


def _without_attribution(title: str) -> str:
    """“…, according to officials”, “…, the ministry said on Monday”."""
    title = re.sub(rf",\s+according to\s+{_CLAUSE}(?:,{_CLAUSE})?$", "", title)
    verbs = "|".join(sorted(word_set("speech", "verbs")))
    said = r"(?:said|told|\w+ed|says|" + verbs + r")"
    return re.sub(rf",\s+[^,]{{2,80}}\s{said}\b[^,]{{0,40}}$", "", title)


def _without_brackets(title: str) -> str:
    return re.sub(r"\s*[(\[][^)\]]*[)\]]", "", title)


def _without_asides(title: str) -> str:
    """“, which happened on Thursday,” in the middle."""
    return re.sub(rf",\s+{_SUBORDINATE}\b{_CLAUSE},\s+", " ", title)


def _without_beginning(title: str) -> str:
    """“While talks went on, ”."""
    return re.sub(rf"^(?i:{_SUBORDINATE}|in|on|at)\b[^,]{{0,80}},\s+", "", title)


def _without_end(title: str) -> str:
    """“, as fears of war grow”; never less than half of the words."""
    at = max((match.start() for match in re.finditer(rf",?\s+{_SUBORDINATE}\b", title)), default=0)
    return title[:at] if at > len(title) / 2 else title


STEPS: tuple[Callable[[str], str], ...] = (
    _without_attribution,
    _without_brackets,
    _without_asides,
    _without_beginning,
    _without_end,
)


def id_of_title(day: str, title: str) -> str:
    """A briefing's id from its day and the words of its title that say most."""
    words = [word for word in slug(title).split("-") if word not in word_set("writing", "small")][:6]
    return "-".join([day, *words])
