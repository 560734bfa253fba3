"""Which towns of a text lie near one another: of two towns of one name, the one in such company is meant."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.places.gazetteer import Gazetteer, Town

Cell = tuple[int, int]  # one degree of latitude by one of longitude
_ENOUGH = 1.5


@dataclass(frozen=True)
class Company:
    """Names by the cells in which a town of that name lies; weights: 1 for a name of one town, 1/n for one of n."""

    cells: Mapping[Cell, frozenset[str]]
    weights: Mapping[str, float]

    def of(self, name: str, town: Town) -> float:
        """How much company a town has there, in [0, 1.5]: other names with a town in its cell or one beside it."""
        row, column = _cell(town)
        near: set[str] = set()
        for i in (row - 1, row, row + 1):
            for j in (column - 1, column, column + 1):
                near |= self.cells.get((i, j), frozenset())
        return min(_ENOUGH, sum(sorted(self.weights[other] for other in near - {name})))


def company_of(names: Iterable[str], gazetteer: Gazetteer) -> Company:
    """From the names of a text that may be towns."""
    cells: dict[Cell, set[str]] = defaultdict(set)
    places: Counter[str] = Counter()
    for name in sorted(set(names)):
        counties = (one for one in gazetteer.divisions(name) if one.level > 1)
        for cell in {_cell(town) for town in (*gazetteer.towns(name), *counties)}:
            cells[cell].add(name)
            places[name] += 1
    return Company(
        {cell: frozenset(found) for cell, found in cells.items()}, {name: 1 / n for name, n in places.items()}
    )


def _cell(town: Town) -> Cell:
    return round(town.lat), round(town.lon)
