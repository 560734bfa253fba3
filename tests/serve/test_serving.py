"""`serve`: built first and at each change; open pages follow; the last good site stays; Ctrl-C ends it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread
from urllib.request import urlopen

import pytest
from folders import ROOT
from playwright.sync_api import Browser, expect

from dateline.errors import DatelineError
from dateline.project import Project
from dateline.serve import serve

PATIENCE = 15.0  # seconds


class Served:
    """A project being served, whose site says how often it was built and what its one briefing says."""

    def __init__(self, root: Path) -> None:
        (root / "briefings").mkdir()
        (root / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
        self.briefing = root / "briefings" / "a.md"
        self.briefing.write_text("first", encoding="utf-8")
        self.project = Project.open(root)
        self.stop = Event()
        self.failure: BaseException | None = None
        self.builds = 0
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        self.thread = Thread(target=self._serve, daemon=True)

    def rebuild(self) -> bool:
        """Writes one page; "broken" and "environment" are two ways to fail."""
        self.builds += 1
        text = self.briefing.read_text(encoding="utf-8")
        if text == "environment":
            raise DatelineError("the engine ended with a failure")
        if text != "broken":
            page = f"<!doctype html><title>{text}</title><body><h1>{text}</h1></body>"
            self.project.output.mkdir(exist_ok=True)
            (self.project.output / "index.html").write_text(page, encoding="utf-8")
        return text != "broken"

    def _serve(self) -> None:
        try:
            serve(self.project, rebuild=self.rebuild, port=self.port, stop=self.stop)
        except DatelineError as error:
            self.failure = error

    def page(self) -> str:
        """The first page's text, or "" while there is no server."""
        try:
            with urlopen(self.url, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""


def wait_for(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "did not happen in time"
        time.sleep(0.05)


def wait_for_build(served: Served, *, after: Callable[[], object]) -> None:
    before = served.builds
    after()
    wait_for(lambda: served.builds > before)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    found = Served(tmp_path)
    found.thread.start()
    wait_for(lambda: "first" in found.page())
    yield found
    found.stop.set()
    found.thread.join(PATIENCE)
    assert not found.thread.is_alive()


def test_change_of_a_briefing_is_built(served: Served) -> None:
    served.briefing.write_text("second", encoding="utf-8")
    wait_for(lambda: "second" in served.page())


@pytest.mark.parametrize("name", ["seeds", "templates"])
def test_folder_that_appears_later_is_watched(served: Served, name: str) -> None:
    folder = served.project.root / name
    for step in (folder.mkdir, (folder / "a").mkdir, lambda: (folder / "a" / "b.txt").write_text("b")):
        wait_for_build(served, after=step)


def test_replaced_settings_are_built_each_time(served: Served) -> None:
    settings = served.project.root / "mkdocs.yml"
    for name in ("One", "Two"):
        fresh = settings.with_suffix(".new")
        fresh.write_text(f"site_name: {name}\n", encoding="utf-8")
        wait_for_build(served, after=lambda fresh=fresh: fresh.replace(settings))


def test_hidden_files_and_output_are_no_change(served: Served) -> None:
    before = served.builds
    (served.briefing.parent / ".a.md.part").write_text("x", encoding="utf-8")
    (served.briefing.parent / "a.md~").write_text("x", encoding="utf-8")
    (served.project.output / "other.html").write_text("x", encoding="utf-8")
    time.sleep(1.2)
    assert served.builds == before


@pytest.mark.parametrize("text", ["broken", "environment"])
def test_failed_build_leaves_the_last_good_site(served: Served, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = served.builds
    served.briefing.write_text(text, encoding="utf-8")
    wait_for(lambda: served.builds > before)
    assert "first" in served.page()
    served.briefing.write_text("mended", encoding="utf-8")
    wait_for(lambda: "mended" in served.page())
    said = capsys.readouterr().err
    assert ("the engine ended with a failure" if text == "environment" else "the last good site stays") in said


def test_taken_port_is_told_before_anything_is_built(tmp_path: Path) -> None:
    found = Served(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", found.port))
        taken.listen()
        found.thread.start()
        found.thread.join(PATIENCE)
    assert "must be free" in str(found.failure)
    assert not found.builds


def test_broken_environment_at_the_first_build_ends_the_command(tmp_path: Path) -> None:
    found = Served(tmp_path)
    found.briefing.write_text("environment", encoding="utf-8")
    found.thread.start()
    found.thread.join(PATIENCE)
    assert str(found.failure) == "the engine ended with a failure"
    assert not found.page()


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_interrupt_ends_it_cleanly(tmp_path: Path) -> None:
    found = Served(tmp_path)
    found.rebuild()
    code = (
        "from pathlib import Path\nfrom dateline.project import Project\nfrom dateline.serve import serve\n"
        f"serve(Project.open(Path({str(tmp_path)!r})), rebuild=lambda: True, port={found.port})"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    process = subprocess.Popen([sys.executable, "-c", code], env=environment, stderr=subprocess.PIPE, text=True)
    wait_for(lambda: "first" in found.page())
    with urlopen(f"{found.url}.dateline/events", timeout=5) as events:
        assert events.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert said.splitlines() == [f"dateline: serving {found.url} (stop with Ctrl-C)", "dateline: stopped"]


@pytest.mark.browser
def test_open_page_follows_each_build(served: Served, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(served.url)
    for text in ("second", "third"):
        expect(page.get_by_role("heading")).not_to_have_text(text)
        served.briefing.write_text(text, encoding="utf-8")
        expect(page.get_by_role("heading")).to_have_text(text, timeout=PATIENCE * 1000)
    page.close()
