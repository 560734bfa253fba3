"""Who appears with an actor in the same briefings, and which of them with each other."""

from itertools import combinations

from dateline.draw.networks import MOST, Neighbour, Tie, draw_network
from dateline.index.entries import ActorEntry
from dateline.render.counts import plural
from dateline.render.site import Here
from dateline.render.views import Drawing

_FEWEST = 3  # neighbours below which a list says as much


def company_drawing(here: Here, entry: ActorEntry) -> Drawing | None:
    """The actor with those it appears with most; a line between two others is for briefings that name all three.

    Where one briefing names them all, lines between the others would tell nothing and are left out.
    """
    others = entry.appears_with[:MOST]
    if len(others) < _FEWEST:
        return None
    neighbours = []
    for item in others:
        link = here.actor(item.actor)
        title = f"{link.text}: {plural(len(item.briefings), 'briefing')} with {entry.name}"
        neighbours.append(Neighbour(link.href, title, link.text, len(item.briefings)))
    shared = [frozenset(item.briefings) for item in others]
    pairs = ((one, other, len(shared[one] & shared[other])) for one, other in combinations(range(len(others)), 2))
    ties = [Tie(one, other, count) for one, other, count in pairs if count] if len(set(shared)) > 1 else []
    most = " The twelve named with it most are drawn." if len(entry.appears_with) > MOST else ""
    caption = f"In the middle {entry.name}; the stronger a line, the more briefings name both.{most}"
    return Drawing(draw_network(neighbours, ties), caption, "Who appears with whom")
