"""The kind of an organisation: what a word of its name tells, else what the words beside it say that it is."""

import re
from collections.abc import Iterable
from functools import lru_cache

from dateline.facts.names import adjectives
from dateline.places.countries import country_words
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

_ARMED = {"coalition", "rebel-group", "political-militia"}
_BESIDE = 90  # characters
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th|d)?")
_OF = re.compile(r",? (?:of|for|in|on|to) ")


def kind_of(text: str, name: str, mentions: Iterable[Span]) -> str:
    """As its name tells; where that tells nothing, as the words beside one of its mentions do; else `group`."""
    by_name = "media" if name in words("cues")["media-names"] else kind_by_name(name)
    return by_name if by_name != "group" else _by_words(text, mentions) or by_name


def _by_words(text: str, mentions: Iterable[Span]) -> str:
    """What is said right beside one of its mentions: “Acme, a drugmaker,”, “the militant group Red Dawn”; or ""."""
    for span in sorted(mentions):
        before, after = text[max(0, span.start - _BESIDE) : span.start], text[span.end : span.end + _BESIDE]
        for kind, (left, right) in _told().items():
            if left.search(before) or right.match(after):
                return kind
    return ""


@lru_cache(maxsize=1)
def _told() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Kind -> what stands before a name and what stands behind it."""
    found = {}
    for kind, fields in words("kinds").items():
        nouns = "|".join(fields["nouns"])
        left = [rf"\b(?:{nouns})(?:[ ](?:called|named|known[ ]as))?,?[ ][“\"]?(?:the[ ])?", *fields.get("before", ())]
        modified = r"(?:(?!(?:whose|which|who|that|where|and|said|says|has|had|is|was)\b)[\w’'-]+[ ]){0,5}?"
        right = [
            rf"[”\"]?,[ ](?:a|an|the|another|one[ ]of|[A-Z]\w+['’]s)[ ]{modified}(?:{nouns})\b",
            *(rf"[”\"]?[ ](?:{noun})\b" for noun in fields.get("after", ())),
        ]
        found[kind] = (re.compile(rf"(?i:{'|'.join(left)})$"), re.compile("|".join(right)))
    return found


@lru_cache(maxsize=4096)
def kind_by_name(name: str) -> str:
    """The kind that a word of an organisation's name tells, first its head's (before “of” and the like), or `group`."""
    head = _OF.split(re.sub(r"\s\(.*", "", name), maxsplit=1)[0]
    told = [(len(cue), kind) for kind, cues in words("organisations").items() for cue in cues if _ends_in(head, cue)]
    if _is_of_a_chamber(head):
        return "government-body"
    kind = str(max(told)[1]) if told else ""
    stronger = _stronger(kind, head)
    if kind and not stronger:
        return kind
    for other, cues in words("organisations").items():
        if any(cue in name and re.search(rf"(?<!\w){re.escape(cue)}(?!\w)", name) for cue in cues) and (
            not kind or other in stronger
        ):
            kind = str(other)
            break
    return "group" if kind == "state-forces" and not _is_of_a_state(name) else kind or "group"


def _is_of_a_state(name: str) -> bool:
    """“Royal Guard”, “3rd Brigade”, “Ruritanian Navy”; no state needs to be behind a “Red Dawn Brigade”."""
    parts = [part.lower().rstrip(".") for part in name.split()]
    if any(part in word_set("cues", "against-a-state") for part in parts):
        return False
    return (
        parts[-1] in word_set("cues", "of-states-alone")
        or any(part in word_set("cues", "of-a-state") or _NUMBERED.fullmatch(part) for part in parts)
        or any(part in adjectives() for part in parts)
        or any(
            re.search(rf"\b{re.escape(country)}\b", name.lower())
            for country in country_words()
            if country in name.lower()
        )
    )


def _stronger(kind: str, head: str) -> set[str]:
    """Kinds that another word tells better: “Mobilization Forces”, “Resistance Movement”, “Broadcasting Corp”."""
    last = head.lower().rstrip(".").rpartition(" ")[2]
    if kind == "state-forces" or (kind == "civil-society" and last in word_set("cues", "parts-of-bodies")):
        return _ARMED
    return {"media"} if kind == "company" and last in word_set("cues", "legal-forms") else set()


def _ends_in(head: str, cue: str) -> bool:
    """“Green Party”, and “Green party” as some papers write it."""
    if head == cue or head.endswith(f" {cue}"):
        return True
    return cue in words("cues")["written-small"] and head.endswith(f" {cue.lower()}")


def _is_of_a_chamber(head: str) -> bool:
    """“Senate Banking Committee”: what it belongs to tells more than what it is."""
    parts = head.lower().split()
    return bool(parts) and parts[-1] in word_set("cues", "parts-of-bodies") and parts[0] in word_set("cues", "chambers")
