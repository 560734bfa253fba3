"""`llms.txt`: what is on the site and where, for programs that read (llmstxt.org)."""

from collections.abc import Iterator

from dateline.export.export import Export, File
from dateline.export.tables import TABLES

PATH = "llms.txt"


def llms_file(export: Export) -> Iterator[File]:
    """One page of Markdown; its length does not depend on the number of records."""
    index = export.index
    lists = (
        ("briefings", "Briefings", len(index.briefings), "by the day of the report, one page a month"),
        ("incidents", "Incidents", len(index.incidents), "by date, type, status and country"),
        ("actors", "Actors", len(index.actors), "people, groups, states and bodies, A to Z"),
        ("locations", "Places", len(index.locations), "by country"),
        ("sources", "Sources", len(index.sources), "the frozen texts that are quoted"),
    )
    lines = [
        f"# {' '.join(export.project.name.split())}",
        "",
        f"> {' '.join(export.description.split())}",
        "",
        "Each claim carries the exact words of its source and names who says it. A status such as contested is",
        "computed from the claims. What no source tells is left out: an absent number is not zero.",
        "",
        "## Lists",
        "",
        *(f"- [{name}]({_link(export, f'{key}/index.html')}): {count:,}, {how}" for key, name, count, how in lists),
        "",
        "## Data",
        "",
        *(f"- [{table.title} as CSV]({_link(export, table.path)})" for table in TABLES),
        f"- [Incidents as GeoJSON]({_link(export, 'data/incidents.geojson')})",
        f"- [Columns, feeds and licence]({_link(export, 'data.html')})",
        f"- [What is not known]({_link(export, 'gaps.html')})",
        *(["", "## About", ""] if export.plain else []),
        *(
            f"- [{record.data.title or key}]({_link(export, f'{key}.html')})"
            for key, record in export.plain.items()
            if key != "index"
        ),
    ]
    yield PATH, "\n".join(lines) + "\n"


def _link(export: Export, url: str) -> str:
    return export.link(url, PATH)
