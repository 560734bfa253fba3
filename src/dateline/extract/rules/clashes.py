"""What speaks against it that two words of a report speak of one event."""

from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.locality import are_near, are_same, may_lie_in
from dateline.extract.rules.modality import Modality
from dateline.extract.rules.paths import path_between
from dateline.extract.rules.proofs import around, is_of_the_same, is_same_death, shares_victim, shares_word
from dateline.extract.rules.sides import are_apart
from dateline.extract.rules.triggers import Trigger
from dateline.extract.rules.whereabouts import NEAR_IT
from dateline.facts.families import are_compatible, family_of
from dateline.model import Count, Edtf
from dateline.text.lexicon import word_set

_NEWS = 92  # days
_HUNDRED = 100  # dead
_TIMES = 10
_LAST = 12  # triggers of an event that are looked at
_DEEP = 30  # steps up a sentence's tree


def may_join(scene: Scene, other: Event, event: Event) -> bool:
    """True where an event of one trigger can be the other one: nothing speaks against it."""
    trigger = event.triggers[0]
    # “In another incident a bomb exploded, killing six”: one sentence turns once.
    turned = trigger.verb and scene.sentence_of(other.triggers[-1]) == scene.sentence_of(trigger)
    if (_is_another(scene.reading, trigger) and not turned) or _is_of_old(scene, other, event):
        return False
    told_beside = _is_told_beside(scene, trigger) or _is_told_beside(scene, other.triggers[0])
    if told_beside and not shares_victim(other, event) and not _is_word_of(scene, other, event):
        return False
    if not event.type and family_of(other.type) == "politics" and not shares_word(scene, other, trigger):
        return False
    if _leads_to(scene, other, trigger) or _doers_clash(scene, other, event):
        return False
    if other.is_sum != event.is_sum or _numbers_clash(other, event):
        return False
    return _fits(scene, other, event) or _is_word_of(scene, other, event) or _is_harm_of(scene, other, event)


def _numbers_clash(other: Event, event: Event) -> bool:
    """“4,000 civilians killed by the coalition”, after a strike that killed 46: the dead of many deeds."""
    mine, theirs = ([count.low or count.best or count.high or 0 for count in _dead(each)] for each in (event, other))
    return bool(mine and theirs) and max(mine) >= _HUNDRED and max(mine) > _TIMES * max(theirs) > 0


def _dead(event: Event) -> list[Count]:
    return [one.count for one in event.casualties if one.count and not one.injured]


def _is_told_beside(scene: Scene, trigger: Trigger) -> bool:
    """“After the murder of three officials”: told beside the news, and by itself, so that it is no word of the news."""
    of = any(one.lemma == "of" for one in scene.reading.below(trigger.head, "prep")) and not trigger.verb
    return of and trigger.modality is Modality.BACKGROUND


def _is_of_old(scene: Scene, other: Event, event: Event) -> bool:
    """It is of another time than news, which a report may tell without a day, and not of the same people or thing."""
    when = Edtf.parse(event.date)
    old = scene.report and when and when.last and (scene.report - when.last).days > _NEWS
    return bool(old) and not other.date and not (shares_victim(other, event) or is_of_the_same(scene, other, event))


def _is_another(reading: Reading, trigger: Trigger) -> bool:
    """“Another bomb exploded”, “a second attack”."""
    another, people = word_set("incident-words", "another"), word_set("casualties", "people")
    subjects = around(reading, reading.tokens[trigger.head]) if trigger.verb else []
    with_what = [one for one in subjects if one.relation == "nsubj" and one.lemma not in people]
    return trigger.another or any(one.lemma in another for noun in with_what for one in reading.below(noun.i))


def _leads_to(scene: Scene, other: Event, trigger: Trigger) -> bool:
    """“An attack that led to air strikes”, “shelled it in revenge for the raid”: one sentence, two deeds."""
    beside = (one for one in other.triggers[-_LAST:] if scene.sentence_of(one) == scene.sentence_of(trigger))
    return any(_is_of_the_other(scene.reading, one.head, trigger.head) for one in beside)


def _is_of_the_other(reading: Reading, one: TokenAt, two: TokenAt) -> bool:
    words = word_set("joining", "leads") | word_set("modality", "background")
    path = path_between(reading, one, two)
    if path.apart:
        return False
    top = path.top
    between = [above for head in (one, two) for above in _up_to(reading, head, top)]
    if top.i not in (one, two) and top.pos == "VERB":
        between.append(top)
    return any(token.lemma in words for token in between)


def _up_to(reading: Reading, i: TokenAt, top: Token) -> list[Token]:
    found: list[Token] = []
    for above in reading.ancestors(i, _DEEP) if i != top.i else ():
        if above.i == top.i:
            break
        found.append(above)
    return found


def is_of_many(reading: Reading, noun: Token) -> bool:
    """“A wave of attacks across Iraq”: several deeds, none of which it is."""
    of = reading.tokens[noun.head]
    return noun.relation == "pobj" and of.lemma == "of" and reading.tokens[of.head].lemma in word_set("joining", "sums")


def _is_harm_of(scene: Scene, other: Event, event: Event) -> bool:
    """“Six people were killed”, by nobody, after an accident: told again."""
    trigger = event.triggers[0]
    told = event.type not in ("other", "armed-attack", other.type)
    killed = trigger.generic and not told and scene.reading.tokens[trigger.head].lemma in word_set("casualties", "kill")
    done = any(part.role == "alleged-perpetrator" for part in event.parts)
    meant = family_of(other.type) != "harm-without-intent"
    return killed and not done and not meant and not _dates_clash(other.date, event.date)


def _is_word_of(scene: Scene, other: Event, event: Event) -> bool:
    """“The strike” after “a general strike”."""
    trigger = event.triggers[0]
    named = shares_word(scene, other, trigger)
    return trigger.definite and trigger.generic and named and not _victims_clash(scene, other, event)


def _fits(scene: Scene, other: Event, event: Event) -> bool:
    """Same family of type, no two dates, and a shared victim, a word that points back, or no two places."""
    trigger = event.triggers[0]
    if event.type and not are_compatible(other.type, event.type, loosely=other.generic or event.generic):
        return False
    if _dates_clash(other.date, event.date) or _victims_clash(scene, other, event):
        return False
    points_back = trigger.definite and trigger.generic and not event.date and event.place is None
    if shares_victim(other, event) or points_back or not places_clash(scene, other, event):
        return True
    return not _are_known(scene, other, event) and is_same_death(scene, other, event)


def _victims_clash(scene: Scene, other: Event, event: Event) -> bool:
    """“The murder of A” and, in another sentence, “the murder of B”."""
    mine = {part.actor for part in event.parts if part.role == "victim"}
    theirs = {part.actor for part in other.parts if part.role == "victim"} if mine else set()
    if not theirs or mine & theirs:
        return False
    sentence = scene.sentence_of(event.triggers[0])
    return all(scene.sentence_of(one) != sentence for one in reversed(other.triggers))


def _doers_clash(scene: Scene, other: Event, event: Event) -> bool:
    """“A attacked” and, in another sentence, “B attacked”, both by the report's own words: no dispute on one deed."""
    if other.quoted or event.quoted or "armed-clash" in (other.type, event.type):
        return False
    mine, theirs = ([part for part in one.parts if part.role == "alleged-perpetrator"] for one in (event, other))
    tokens = scene.reading.tokens
    beside = {tokens[part.at].sentence for part in mine} & {tokens[part.at].sentence for part in theirs}
    return not beside and are_apart(scene.sides, {part.actor for part in mine}, {part.actor for part in theirs})


def _dates_clash(one: str, two: str) -> bool:
    first, second = Edtf.parse(one), Edtf.parse(two)
    return bool(first and second and not first.overlaps(second))


def places_clash(scene: Scene, other: Event, event: Event) -> bool:
    """Two places, of which neither is or may be in the other one, nor near the one that a word points back at."""
    one, two = other.place, event.place
    if one is None or two is None or one == two:
        return False
    mine, theirs = scene.places[one], scene.places[two]
    if "region" in (mine.kind, theirs.kind) or are_same(mine, theirs):
        return False  # nobody says what lies in “the Middle East”
    if may_lie_in(scene.places, one, two) or may_lie_in(scene.places, two, one):
        return False
    return not (is_only_near(other) and event.triggers[0].definite and are_near(mine, theirs))


def _are_known(scene: Scene, other: Event, event: Event) -> bool:
    """The gazetteer knows both places."""
    return all(place is not None and scene.places[place].lat is not None for place in (other.place, event.place))


def is_only_near(event: Event) -> bool:
    """Its place is the one near which it was: “south of Arlen”."""
    return event.place is not None and event.told["place"].rule.startswith(NEAR_IT)
