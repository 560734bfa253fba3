"""Incidents as GeoJSON (RFC 7946): a point only where the place is known well enough to draw one."""

import json
from collections.abc import Iterator
from typing import Any

from dateline.export.export import Export, File
from dateline.export.tables import TABLES
from dateline.index.entries import IncidentEntry

PATH = "data/incidents.geojson"
_INCIDENTS = next(table for table in TABLES if table.name == "incidents")


def geojson_file(export: Export) -> Iterator[File]:
    """`data/incidents.geojson`: one feature a line; those that cannot be drawn have no geometry."""
    lines = ",\n".join(json.dumps(_feature(export, entry), ensure_ascii=False) for entry in _entries(export))
    yield PATH, f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def located(export: Export) -> int:
    """How many incidents have a point."""
    return sum(1 for entry in _entries(export) if _geometry(export, entry))


def _entries(export: Export) -> Iterator[IncidentEntry]:
    return iter(export.index.incidents.values())


def _feature(export: Export, entry: IncidentEntry) -> dict[str, Any]:
    cells = {column.name: column.cell(export, entry) for column in _INCIDENTS.columns}
    known = {name: cell for name, cell in cells.items() if cell not in (None, "")}
    radius = _radius(export, entry)
    if radius:
        known["radius_km"] = radius
    return {"type": "Feature", "id": entry.id, "geometry": _geometry(export, entry), "properties": known}


def _geometry(export: Export, entry: IncidentEntry) -> dict[str, Any] | None:
    place = export.index.locations.get(entry.location or "")
    if place is None or place.location.lat is None or place.location.lon is None or not _radius(export, entry):
        return None
    return {"type": "Point", "coordinates": [place.location.lon, place.location.lat]}


def _radius(export: Export, entry: IncidentEntry) -> float:
    """Kilometres within which it happened; 0 where no point may be drawn."""
    precision = export.vocabulary["geo-precision"].get(entry.geo_precision or "")
    return float(precision["radius_km"] or 0) if precision else 0.0
