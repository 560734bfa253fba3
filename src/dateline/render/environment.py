"""Templates: the project's own first, then those that come with Dateline; every fault with its place."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup, escape

from dateline.errors import TemplateError
from dateline.kept import Stamp, stamp
from dateline.render.markup import heading


def packaged_templates() -> Path:
    """The templates that come with Dateline: in the package, or beside `src/` in a checkout of it."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


def template_environment(own: Path) -> Environment:
    """An environment whose templates in `own` stand before the packaged ones; values are escaped.

    It is the same one, with its compiled templates, for as long as no template changes.
    """
    files = (path for folder in (own, packaged_templates()) for path in sorted(folder.rglob("*.j2")))
    return _environment(own, tuple((path, stamp(path)) for path in files))


@lru_cache(maxsize=8)
def _environment(own: Path, _: tuple[tuple[Path, Stamp], ...]) -> Environment:
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(own), FileSystemLoader(packaged_templates())]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        finalize=_on_one_line,
    )
    environment.filters["yaml"] = _yaml
    environment.globals["heading"] = _heading
    return environment


def render_template(environment: Environment, name: str, values: Mapping[str, Any]) -> str:
    """The template's text with these values (TemplateError with the template's name and line)."""
    try:
        return environment.get_template(name).render(values)
    except TemplateNotFound as error:
        raise TemplateError(f"templates/{error.name}: must exist; it was not found") from error
    except TemplateSyntaxError as error:
        where = _below_templates(error.filename or "", error.name or name)
        raise TemplateError(f"templates/{where}:{error.lineno}: {error.message}") from error
    except Exception as error:  # a template can raise anything; values are made before it runs
        where, line = _place(error, name)
        raise TemplateError(f"templates/{where}:{line}: {error}") from error


def _place(error: BaseException, name: str) -> tuple[str, int]:
    """The innermost frame that belongs to a template."""
    found = name, 1
    trace = error.__traceback__
    while trace:
        code = trace.tb_frame.f_code.co_filename
        if code.endswith(".j2"):
            found = _below_templates(code, name), trace.tb_lineno
        trace = trace.tb_next
    return found


def _below_templates(path: str, name: str) -> str:
    return path.replace("\\", "/").rpartition("/templates/")[2] or name


def _on_one_line(value: Any) -> Any:
    """Text from content never starts a line of the page, where Markdown would read it."""
    if isinstance(value, str) and not isinstance(value, Markup) and "\n" in value:
        return " ".join(value.split("\n"))
    return value


def _heading(level: int, text: str, key: str) -> Markup:
    """A Markdown heading whose words come from content."""
    return Markup(heading(level, text, key))  # noqa: S704 - `heading` escapes


def _yaml(value: str) -> Markup:
    """A value of the page's front matter on one line; escaped for HTML, since themes print it as it stands.

    What YAML does not allow in a file (control characters) is left out.
    """
    printable = re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]", "", " ".join(value.split()))
    return Markup(json.dumps(str(escape(printable)), ensure_ascii=False))  # noqa: S704 - escaped here
