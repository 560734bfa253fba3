"""Index entries as drawings with captions: where things happened, when, and who appears with whom."""

from dateline.render.figures.company import company_drawing
from dateline.render.figures.maps import incident_map, place_map
from dateline.render.figures.timelines import incident_timeline, reporting_timeline

__all__ = ["company_drawing", "incident_map", "incident_timeline", "place_map", "reporting_timeline"]
