"""In which language a report is: English, or one of which no English model and no English list can read a word."""

import importlib
import re
import unicodedata
from functools import lru_cache
from typing import Any

from dateline.errors import MissingPackageError
from dateline.text.lexicon import word_set, words

ENGLISH = "en"
_LOOKED_AT = 4000  # characters
_LEAST_LETTERS = 60  # of a script that other languages share with English
_LEAST_OTHER = 20  # of another script
_LEAST_SURE = 0.5
_DOUBT = 0.02  # that it is English after all
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def language_of(text: str) -> str:
    """The ISO 639 code; `en` also where too little stands there to tell, or where English stands between the rest.

    `und` where it is plainly not English and no language is likely.
    """
    part = text[:_LOOKED_AT]
    found = [word.lower() for word in _WORD.findall(part)]
    letters = sum(map(len, found))
    latin = sum(len(word) for word in found if _is_latin(word))
    if letters - latin > max(_LEAST_OTHER, latin):
        return _likely(part)
    share = sum(word in word_set("languages", "english") for word in found) / max(1, len(found))
    if letters < _LEAST_LETTERS or share >= words("languages")["perhaps"]:
        return ENGLISH
    return _likely(part)


def _likely(text: str) -> str:
    """What the library says, unless English is likely too."""
    ranked = dict(_identifier().rank(text))
    code, best = max(ranked.items(), key=lambda item: item[1])
    own = words("languages")["not-foreign"]
    if code in own or sum(ranked.get(label, 0) for label in own) > _DOUBT:
        return ENGLISH
    return code if best >= _LEAST_SURE else "und"


def _is_latin(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith("LATIN")


@lru_cache(maxsize=1)
def _identifier() -> Any:
    try:
        langid = importlib.import_module("py3langid.langid")
    except ImportError:
        raise MissingPackageError(
            "a report in another language than English needs py3langid to be told; pip install 'dateline[draft]'"
        ) from None
    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
