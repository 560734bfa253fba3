"""Whether a deed is the fresh news of a report, so that the report's own day and country are about its own."""

from dateline.extract.marked_genre import NEWS
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.language import Reading, SentenceAt, Token
from dateline.model import Edtf
from dateline.text.lexicon import word_set

_NEWS = 7  # days
_DEEP = 30  # steps up a sentence's tree


def is_news(scene: Scene, event: Event) -> bool:
    """True where a report tells the deed as its news: a brief in its first sentence, a wire until it looks back."""
    if scene.genre != NEWS:
        return False
    tokens = scene.reading.tokens
    until = _looks_back(scene) if scene.town is not None else 1
    return any(
        tokens[one.head].sentence < until and _is_told_as_new(scene.reading, tokens[one.head]) for one in event.triggers
    )


def is_of_the_day(scene: Scene, event: Event) -> bool:
    """True where a wire tells the deed before it looks back, as news or as what readers know."""
    if scene.genre != NEWS or scene.town is None:
        return False
    return scene.sentence_of(event.triggers[0]) < _looks_back(scene)


def _looks_back(scene: Scene) -> SentenceAt:
    """The first sentence that tells a time before the news, from which on a deed without a day may be of any."""
    for found in scene.dates:
        when = Edtf.parse(found.value)
        old = scene.report and when and when.last and (scene.report - when.last).days > _NEWS
        if old:
            return SentenceAt(max(1, _sentence_at(scene.reading, found.span.start)))
    return _end(scene.reading)


def _sentence_at(reading: Reading, at: int) -> SentenceAt:
    return next((token.sentence for token in reading.tokens if token.end > at), _end(reading))


def _end(reading: Reading) -> SentenceAt:
    return SentenceAt(len(reading.sentences))


def _is_told_as_new(reading: Reading, head: Token) -> bool:
    """In the main clause, or as what somebody says; not “had been killed”, “how he was killed”, “the murder of X”."""
    chain = [head, *reading.ancestors(head.i, _DEEP)]
    for clause in (one for one in chain if one.relation in ("relcl", "acl", "csubj", "pcomp", "advcl", "ccomp")):
        if clause.relation == "ccomp":
            asked = any(one.tag in ("WRB", "WP") for one in reading.tokens[clause.head + 1 : clause.i])
            if asked or reading.tokens[clause.head].lemma not in word_set("speech", "verbs"):
                return False
        elif clause.relation != "advcl" or reading.below(clause.i, "mark"):
            return False
    if head.tag == "VB":
        return False
    if head.pos == "VERB":
        return not any(one.text.lower() in ("had", "’d", "'d") for one in reading.below(head.i, "aux"))
    known = any(one.lemma in ("the", "this", "that") for one in reading.below(head.i, "det"))
    return not known and not reading.below(head.i, "poss")
