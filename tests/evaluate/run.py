"""How good drafts are: labelled articles are drafted as seeds are, and a scorer compares.

Usage: python tests/evaluate/run.py SCORER GOLD.jsonl.gz...

GOLD: one object a line, {"id", "date", "text", "gold": {...}}. SCORER: a program that is called with a gold file and
the predictions. Each article is drafted beside an empty registry: none learns from another. Predictions are kept in
`build/evaluate/`. Beside what the scorer prints stand figures of our own (measures.py): dates in the text, how many of
the actors that a draft names as doers are right, and articles found where only incidents of labelled kinds count.
"""

import gzip
import json
import subprocess
import sys
import time
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

from measures import dates_right, labelled_kinds_found, named_doers_right
from predictions import prediction

from dateline.draft.one import draft_one
from dateline.extract import find_extractor
from dateline.facts import Extraction, Extractor, Registry, verified
from dateline.model import Seed
from dateline.project import DraftSettings

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "evaluate"
# The day of the briefing of an article whose day nobody knows; the article itself is read as one without a day.
SOME_DAY = "2000-01-01"


def seed_of(document: dict[str, Any]) -> Seed:
    """An article as it comes from `read`."""
    text = unicodedata.normalize("NFC", document["text"])
    day = document["date"] or ""
    return Seed(f"seeds/{document['id']}.txt", "0" * 64, text, "txt", published=day if day[:4].isdigit() else SOME_DAY)


def drafted(document: dict[str, Any], extract: Extractor) -> dict[str, Any]:
    """One article's prediction."""
    seed = seed_of(document)
    found: list[Extraction] = []

    def remembering(seed: Seed, registry: Registry) -> Extraction:
        read = replace(seed, published="") if seed.published == SOME_DAY else seed
        found.append(verified(extract(read, registry), seed.text))
        return found[-1]

    draft = draft_one(seed, Registry(), remembering)
    return prediction(document["id"], seed.text, draft, found[-1])


def evaluate(scorer: Path, gold: Path, extract: Extractor) -> None:
    """Draft one file's articles, keep the predictions and print the figures."""
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    start = time.perf_counter()
    predictions = [drafted(document, extract) for document in documents]
    seconds = time.perf_counter() - start
    BUILD.mkdir(parents=True, exist_ok=True)
    kept = BUILD / gold.name.replace(".gz", "")
    kept.write_text("".join(json.dumps(one) + "\n" for one in predictions), encoding="utf-8", newline="\n")
    _tell(f"\n{gold.name}: {len(documents) / seconds:.1f} articles a second")
    subprocess.run([sys.executable, str(scorer), str(gold), str(kept)], check=True)
    for measure in (dates_right, named_doers_right, labelled_kinds_found):
        line = measure(documents, predictions)
        if line:
            _tell(line)
    _tell_place_within(scorer, gold, predictions)


def _tell_place_within(scorer: Path, gold: Path, predictions: list[dict[str, Any]]) -> None:
    """The scorer's figure for places once more, each with the province and the country that hold it."""
    wider = [
        {**one, "incidents": [{**two, "location": two["location_within"]} for two in one["incidents"]]}
        for one in predictions
    ]
    kept = BUILD / "place-within.jsonl"
    kept.write_text("".join(json.dumps(one) + "\n" for one in wider), encoding="utf-8", newline="\n")
    told = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(kept)], check=True, capture_output=True, text=True
    )
    for line in told.stdout.splitlines():
        if line.startswith("incident place"):
            _tell(line.replace("incident place accuracy ", "place, with what holds it"))


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> None:
    """The scorer and the gold files."""
    if len(arguments) < 2:
        sys.exit(__doc__)
    scorer, *golds = map(Path, arguments)
    extract = find_extractor(DraftSettings(), cache=ROOT / "build" / "cache")
    for gold in golds:
        evaluate(scorer, gold, extract)


if __name__ == "__main__":
    main(sys.argv[1:])
