"""A small project with templates of its own, being served by the real command."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

from folders import PROJECTS, ROOT

PATIENCE = 60.0  # seconds, for machines that do much else
BRIEFING = "2031-02-05-dorlen-rail-bridge"


def small_project(folder: Path) -> Path:
    """One briefing, the templates, and the settings of the repository; without a site."""
    ignored = shutil.ignore_patterns("build", "site", "expected")
    shutil.copytree(PROJECTS / "one-briefing", folder, ignore=ignored)
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy2(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def wait_for(holds: Callable[[], bool], what: str = "it") -> None:
    """Look until it holds, or fail."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"{what} did not happen in time"
        time.sleep(0.05)


def _hear_interrupts() -> None:
    """Tests that run in the background of a shell are started deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Served:
    """`dateline serve` on a project; `said` holds what it printed so far."""

    def __init__(self, root: Path, *options: str) -> None:
        self.root = root
        self.said: list[str] = []
        command = [sys.executable, "-m", "dateline", "serve", "-q", "--project", str(root), "--port", "0", *options]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            preexec_fn=_hear_interrupts if os.name == "posix" else None,  # noqa: PLW1509 - it starts no thread
        )
        self.reading = Thread(target=self._read, daemon=True)
        self.reading.start()
        wait_for(lambda: bool(self.url) or self.process.poll() is not None, "serving")

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.said.append(line.rstrip("\n"))

    @property
    def url(self) -> str:
        found = re.search(r"serving (\S+) ", "\n".join(self.said))
        return found[1] if found else ""

    @property
    def text(self) -> str:
        return "\n".join(self.said)

    def get(self, address: str) -> tuple[int, str]:
        """Status and content of an address below the base, without what the server adds to a page."""
        try:
            answer = urlopen(self.url + address, timeout=PATIENCE)
        except HTTPError as error:
            answer = error
        with answer:
            content = answer.read().decode()
        return answer.status, re.sub(r'<script src="[^"]*\.dateline/reload\.js"[^>]*></script>', "", content)

    def shows(self, address: str, words: str) -> bool:
        return words in self.get(address)[1]

    def interrupt(self) -> int:
        """Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        self.reading.join(PATIENCE)
        return code


def put(path: Path, text: str) -> None:
    """As editors do: a new file takes the place of the old one."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


def changed(path: Path, old: str, new: str) -> str:
    """Write the file with other words; the text before."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old} is not in {path.name}"
    put(path, text.replace(old, new))
    return text
