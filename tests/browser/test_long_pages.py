"""A busy actor's page: short on a phone, and nothing of it out of reach."""

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from folders import PROJECTS
from pages_host import hosted
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

WORDS = "The Hill Guard fired at post {number}, the River Police said."

BRIEFING = """---
id: {key}
title: Police say shots were fired at post {number}
date: {day}
actors: [river-police, hill-guard]
sources:
  - {{id: s1, type: news-report, seed: seeds/{key}.txt, sha256: {sum}, published: {day}}}
incidents:
  - id: {key}
    type: armed-attack
    date: {day}
    participants: [{{actor: hill-guard, role: alleged-perpetrator, quote: q1}}]
claims:
  - id: c1
    incident: {key}
    claimant: {{actor: river-police}}
    stance: asserts
    about: {{actor: hill-guard, role: perpetrator}}
    quote: q1
quotes:
  q1: {{source: s1, exact: "{words}"}}
---

{words}
"""


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of forty briefings on two actors is served."""
    project = tmp_path_factory.mktemp("busy")
    (project / "briefings" / "actors").mkdir(parents=True)
    (project / "seeds").mkdir()
    shutil.copy2(PROJECTS / "one-briefing" / "mkdocs.yml", project / "mkdocs.yml")
    for key, name in (("river-police", "River Police"), ("hill-guard", "Hill Guard")):
        record = f"---\nid: {key}\nname: {name}\nkind: rebel-group\n---\n"
        (project / "briefings" / "actors" / f"{key}.md").write_text(record, encoding="utf-8")
    for number in range(40):
        day = f"{2030 + number % 2}-{number % 12 + 1:02}-{number % 27 + 1:02}"
        key = f"{day}-post-{number}"
        words = WORDS.format(number=number)
        digest = hashlib.sha256(words.encode()).hexdigest()
        text = BRIEFING.format(key=key, number=number, day=day, words=words, sum=digest)
        (project / "seeds" / f"{key}.txt").write_text(words, encoding="utf-8", newline="")
        (project / "briefings" / f"{key}.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "dateline", "build", "--no-draft", "--quiet", "--project", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with hosted(project / "site") as address:
        yield address


def folded(page: Page) -> list[str]:
    """The ids of rows that are folded away."""
    return page.eval_on_selector_all(".rest tr[id]", "rows => rows.map(row => row.id)")


def test_busy_page_is_short_on_a_phone_and_whole(page: Page, busy: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{busy}actors/hill-guard.html")
    assert page.evaluate("document.documentElement.scrollHeight") < 9000
    assert page.locator("tr[id^=claim-]").count() == 40
    assert len(folded(page)) == 30
    expect(page.locator(".contents a")).to_have_count(4)
    told = page.locator("#accusations ~ .rest summary").all_inner_texts()
    assert [re.sub(r"\s+", " ", one) for one in told][:2] == ["2031 10 more claims", "2030 20 claims"]


@pytest.mark.parametrize("scripts", [True, False])
def test_link_into_folded_rows_opens_them(browser: Browser, busy: str, *, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{busy}actors/hill-guard.html")
    last = folded(page)[-1]
    expect(page.locator(f"[id='{last}']")).to_be_hidden()
    page.goto(f"{busy}index.html")
    page.goto(f"{busy}actors/hill-guard.html#{last}")
    expect(page.locator(f"[id='{last}']")).to_be_in_viewport()
    context.close()


def test_folded_rows_are_printed(page: Page, busy: str) -> None:
    page.goto(f"{busy}actors/hill-guard.html")
    expect(page.locator(".rest li").last).to_be_hidden()
    page.emulate_media(media="print")
    box = page.locator(".rest li").last.bounding_box()
    assert box
    assert box["height"] > 10


def test_words_in_folded_rows_are_found(page: Page, busy: str) -> None:
    page.goto(f"{busy}search.html?q=post+shots&kind=Briefing")
    expect(page.locator("#search-says")).to_contain_text("40 results")
