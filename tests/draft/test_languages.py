"""Reports in other languages: told apart, never read as if they were English."""

import pytest

from dateline.draft.one import draft_one
from dateline.extract.language import language_of
from dateline.facts import Extractor, Registry
from dateline.model import Seed

ENGLISH = "A bomb killed four people in Dorlen on Tuesday, the police said. Nobody claimed responsibility for it."
OTHERS = {
    "de": "Bei einem Anschlag in Dorlen sind am Dienstag vier Menschen getötet worden, teilte die Polizei mit.",
    "fr": "Quatre personnes ont été tuées mardi dans l'explosion d'une bombe à Dorlen, a indiqué la police.",
    "es": "Cuatro personas murieron el martes por la explosión de una bomba en Dorlen, informó la policía.",
    "nl": "Bij een aanslag in Dorlen zijn dinsdag vier mensen omgekomen, aldus de politie van de stad.",
    "sw": "Watu wanne waliuawa Jumanne katika mlipuko wa bomu mjini Dorlen, polisi walisema jana usiku.",
    "ar": "قتل أربعة أشخاص يوم الثلاثاء في انفجار قنبلة في دورلين، وقالت الشرطة إن الانفجار وقع قرب السوق.",
    "ru": "Четыре человека погибли во вторник при взрыве бомбы в Дорлене, сообщила полиция города.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_is_told(language: str) -> None:
    assert language_of(OTHERS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        f"{ENGLISH} {OTHERS['de']}",
        "Qtr shr profit 12 cts vs loss 49 cts. Net profit 117,000 vs loss 506,000. Revs 1.1 mln vs 1.2 mln.",
        "Gunmen shot dead three farmers near Port Ansk",
        "Drei Tote",
        "",
        "2031 …",
    ],
)
def test_english_mixed_and_short_texts_are_read_as_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_gets_a_briefing_without_a_machine_s_reading(language: str, extract: Extractor) -> None:
    seed = Seed("seeds/a.txt", "0" * 64, OTHERS[language], "txt", published="2031-03-05")
    draft = draft_one(seed, Registry(), extract)
    briefing = draft.briefing
    assert briefing.language == language
    assert briefing.title in seed.text
    assert briefing.sources[0].type == "unknown"
    found = (
        briefing.incidents,
        briefing.claims,
        briefing.actors,
        briefing.places,
        briefing.key_points,
        briefing.quotes,
    )
    assert not any(found)
    assert (briefing.standfirst, briefing.location, draft.actors, draft.locations) == (None, None, (), ())
    assert [remark.rule for remark in draft.remarks] == ["draft-language"]


def test_english_has_no_language_of_its_own(extract: Extractor) -> None:
    seed = Seed("seeds/a.txt", "0" * 64, ENGLISH, "txt", published="2031-03-05")
    assert draft_one(seed, Registry(), extract).briefing.language is None
