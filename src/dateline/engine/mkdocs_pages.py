"""The program behind `EnginePages` for MkDocs: `python -m dateline.engine.mkdocs_pages MKDOCS_YML SCRATCH`.

Each line of standard input asks for a page, each line of standard output is the answer, both JSON. It takes the
steps of `mkdocs build` for that page alone: what a page shows of others is the navigation, which is read once.
"""

import json
import logging
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError, TemplateSyntaxError
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page


class Frames:
    """The settings, names of files and navigation of one site."""

    def __init__(self, settings: str, scratch: str) -> None:
        """Read all that pages share; nothing is written."""
        self.config = load_config(settings, site_dir=str(Path(scratch) / "site"))
        self.config.plugins.on_startup(command="build", dirty=False)
        self.config = self.config.plugins.on_config(self.config)
        self.theme = ""
        self.env = self.config.theme.get_env()
        self.files = self._files()
        self.nav = self.config.plugins.on_nav(
            get_navigation(self.files, self.config), config=self.config, files=self.files
        )
        for page in self.nav.pages:
            page.read_source(self.config)
        self.env = self.config.plugins.on_env(self.env, config=self.config, files=self.files)

    def _files(self) -> Files:
        files = get_files(self.config)
        files.add_files_from_theme(self.env, self.config)
        files = self.config.plugins.on_files(files, config=self.config)
        set_exclusions(files, self.config)
        return files

    def html(self, path: str, content: str, *, theme: str) -> str:
        """A page as `mkdocs build` would write it."""
        self.env = self._environment(theme)
        page = self._filled(self._page(path, content))
        page.active = True
        try:
            context = get_context(self.nav, self.files.documentation_pages(), self.config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            return self.config.plugins.on_post_page(template.render(context), page=page, config=self.config)
        finally:
            page.active = False

    def _environment(self, theme: str) -> Environment:
        """Templates are compiled once for each state of the theme's files."""
        if theme == self.theme:
            return self.env
        self.theme = theme
        env: Environment = self.config.theme.get_env()
        return self.config.plugins.on_env(env, config=self.config, files=self.files) or env

    def _page(self, path: str, content: str) -> Page:
        file = self.files.get_file_from_path(path)
        if file is None:
            file = File.generated(self.config, path, content=content)
            self.files.append(file)
        file.content_string = content
        if file.page is None or file.page not in self.nav.pages:
            Page(None, file, self.config)
        assert file.page is not None  # noqa: S101 - a page enters itself into its file
        return file.page

    def _filled(self, page: Page) -> Page:
        config, files = self.config, self.files
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=files)
        return page


class _Said(logging.Handler):
    """What MkDocs says of an error, which the exception itself leaves out."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.words.append(record.getMessage())


def answers(settings: str, scratch: str, questions: Iterable[str]) -> Iterator[dict[str, str]]:
    """An answer to each question; a fault of the settings is the answer to all of them."""
    said = _Said(logging.ERROR)
    logging.getLogger("mkdocs").addHandler(said)
    frames: Frames | None = None
    fault = ""
    try:
        frames = Frames(settings, scratch)
    except Exception as error:  # plugins and themes can raise anything
        fault = " ".join((*said.words, words_of(error)))
    for line in questions:
        yield _answer(frames, json.loads(line)) if frames else {"error": fault}


def _answer(frames: Frames, question: dict[str, Any]) -> dict[str, str]:
    os.environ["SOURCE_DATE_EPOCH"] = question["epoch"]
    try:
        return {"html": frames.html(question["path"], question["content"], theme=question["theme"])}
    except Exception as error:  # as above
        return {"error": words_of(error)}


def words_of(error: Exception) -> str:
    """What went wrong on one line, with the template's place where a template is at fault."""
    words = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, TemplateSyntaxError):
        return f"templates/theme/{error.name}:{error.lineno}: {words}"
    trace, place = error.__traceback__, ""
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".html"):
            place = f"templates/theme/{Path(name).name}:{trace.tb_lineno}: "
        trace = trace.tb_next
    return place + words if place or not isinstance(error, TemplateError) else f"templates/theme: {words}"


def main() -> None:
    """Answer until standard input ends. What plugins print must not stand among the answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this program itself
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", newline="\n")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    questions = iter(sys.stdin.readline, "")
    for answer in answers(sys.argv[1], sys.argv[2], questions):
        out.write(json.dumps(answer) + "\n")
        out.flush()


if __name__ == "__main__":
    main()
