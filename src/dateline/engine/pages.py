"""One staged page ─engine─▶ its finished page: the engine kept running as a process, asked a page at a time."""

import json
import subprocess
import sys
from collections.abc import Mapping
from threading import Lock

from dateline.engine.run import ENGINES, environment
from dateline.errors import EngineError
from dateline.project import Project


class EnginePages:
    """Finished pages without a build of the whole site; they are what `run_engine` writes, byte for byte.

    The process starts at once and reads `mkdocs.yml` and the names of the staged files; the first page waits for
    it. Where the settings change another one is needed. Each method may be called from any thread.
    """

    def __init__(self, project: Project, *, name: str = "mkdocs") -> None:
        """Start the engine's process."""
        command = [sys.executable, "-m", ENGINES[name].pages, str(project.root / "mkdocs.yml"), str(project.build)]
        self._process = subprocess.Popen(
            command,
            cwd=project.root,
            env=environment(""),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._turn = Lock()
        self._name = name

    def page(self, path: str, content: str, *, newest: str, theme: str) -> str:
        """The HTML of a staged page.

        newest  as for `run_engine`
        theme   a name of the state of the theme's files: where it is another than before, they are read again
        Raises EngineError with the engine's own words.
        """
        epoch = environment(newest)["SOURCE_DATE_EPOCH"]
        answer = self._ask({"path": path, "content": content, "epoch": epoch, "theme": theme})
        if "error" in answer:
            raise EngineError(answer["error"])
        return answer["html"]

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        with self._turn:
            for stream in (self._process.stdin, self._process.stdout):
                if stream:
                    stream.close()

    def _ask(self, question: Mapping[str, str]) -> dict[str, str]:
        with self._turn:
            try:
                line = self._exchange(json.dumps(question))
            except (OSError, ValueError):  # the process is gone, or its streams are closed
                line = ""
        return dict(json.loads(line)) if line else {"error": f"{self._name} ended before its time; start again"}

    def _exchange(self, line: str) -> str:
        asked, answers = self._process.stdin, self._process.stdout
        if asked is None or answers is None:
            return ""
        asked.write(line + "\n")
        asked.flush()
        return answers.readline()
