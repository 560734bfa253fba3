"""`dateline build` and `dateline draft` as processes beside the server: what takes long never makes a reader wait."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Thread

_PATIENT = 10  # niceness: pages that a reader waits for come first
Done = Callable[[int, str], None]
"""Called after a build with the number of the state that it was asked for and, where it failed, its words."""


@dataclass
class Background:
    """Runs one command at a time, drafting before building; a newer wish takes the place of an older one.

    quiet  seconds without another wish before a build begins
    """

    root: Path
    done: Done
    quiet: float = 2.0
    _wanted: int | None = None
    _draft: bool = False
    _closed: bool = False
    _process: "subprocess.Popen[str] | None" = None
    _news: Condition = field(default_factory=Condition)
    _thread: Thread | None = None

    def start(self) -> None:
        """Begin to wait for wishes."""
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()

    def build(self, state: int) -> None:
        """Build the site; `state` is what the caller calls what is to be built."""
        with self._news:
            self._wanted = state
            self._news.notify_all()

    def draft(self) -> None:
        """Draft the seeds that no briefing cites."""
        with self._news:
            self._draft = True
            self._news.notify_all()

    def close(self) -> None:
        """End what runs, and all that it started."""
        with self._news:
            self._closed = True
            self._news.notify_all()
            if self._process:
                _end(self._process)
        if self._thread:
            self._thread.join()

    def _work(self) -> None:
        while not self._closed:
            with self._news:
                self._news.wait_for(lambda: self._closed or self._draft or self._wanted is not None)
                draft, self._draft = self._draft, False
            if draft:
                self._run("draft", shown=True)
            else:
                self._build()

    def _build(self) -> None:
        with self._news:
            state = self._wanted
            if self._news.wait_for(lambda: self._closed or self._draft or self._wanted != state, self.quiet):
                return
            self._wanted = None
        code, words = self._run("build", "--no-draft", shown=False)
        if state is not None and not self._closed:
            self.done(state, words or f"the build ended with code {code}" if code else "")

    def _run(self, *arguments: str, shown: bool) -> tuple[int, str]:
        """The exit code and what was said on standard error, where it is not shown as it comes."""
        command = [sys.executable, "-m", "dateline", *arguments, "--quiet", "--project", str(self.root)]
        with self._news:
            if self._closed:
                return 0, ""
            self._process = subprocess.Popen(
                command,
                stdout=None if shown else subprocess.DEVNULL,
                stderr=None if shown else subprocess.PIPE,
                stdin=subprocess.DEVNULL,
                encoding="utf-8",
                errors="replace",
                start_new_session=True,
            )
            _step_back(self._process)
        words = self._process.communicate()[1] or ""
        return self._process.returncode, " ".join(words.split()).removeprefix("dateline: ")


def _step_back(process: "subprocess.Popen[str]") -> None:
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, process.pid, _PATIENT)


def _end(process: "subprocess.Popen[str]") -> None:
    """The process and the engine or the indexer that it runs, which are of its group."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
