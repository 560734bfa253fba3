"""Marks of places that would cover one another are drawn as one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.draw.svg import Point
from dateline.draw.view import View

SMALLEST, LARGEST = 5.5, 22.0


@dataclass(frozen=True)
class Spot:
    """What happened at one place, known to one precision.

    key      identifies it
    km       the radius within which it lies; None where no precision is stated
    count    incidents, of which `contested` are contested; `status` is theirs where all have one
    name     the place's name, for labels; `href` and `title` are of a mark that stands for this spot alone
    """

    key: str
    name: str
    href: str
    title: str
    lon: float
    lat: float
    km: float | None
    count: int
    contested: int = 0
    status: str = ""


@dataclass(frozen=True)
class Cluster:
    """One mark: the spots that it stands for, the largest first, at the middle of the largest."""

    spots: tuple[Spot, ...]
    at: Point

    @property
    def count(self) -> int:
        """Incidents in all."""
        return sum(spot.count for spot in self.spots)

    @property
    def contested(self) -> int:
        """Of which contested."""
        return sum(spot.contested for spot in self.spots)

    @property
    def r(self) -> float:
        """Its radius in pixels: the area grows with the count."""
        if self.count == 1:
            return SMALLEST
        return min(LARGEST, 7.0 + 1.3 * math.sqrt(self.count))


def clusters(spots: Sequence[Spot], view: View, *, gap: float = 2.0) -> tuple[Cluster, ...]:
    """The fewest marks of which none covers another; the spots that lie outside the view are left out."""
    ordered = sorted(spots, key=lambda spot: (-spot.count, spot.key))
    placed = [Cluster((spot,), at) for spot in ordered if view.holds(at := view.xy(spot.lon, spot.lat))]
    while True:
        merged = _merged_once(placed, gap)
        if len(merged) == len(placed):
            return tuple(merged)
        placed = sorted(merged, key=lambda cluster: (-cluster.count, cluster.spots[0].key))


def _merged_once(found: Sequence[Cluster], gap: float) -> list[Cluster]:
    kept: list[Cluster] = []
    for cluster in found:
        for number, other in enumerate(kept):
            reach = cluster.r + other.r + gap
            if abs(cluster.at[0] - other.at[0]) < reach and math.dist(cluster.at, other.at) < reach:
                kept[number] = Cluster((*other.spots, *cluster.spots), other.at)
                break
        else:
            kept.append(cluster)
    return kept
