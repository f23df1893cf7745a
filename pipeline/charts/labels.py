"""Names beside discs, each where it covers least of what is drawn."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]  # left, low, right, high
GAP = 0.03


@dataclass(frozen=True)
class Spot:
    """A disc and the size of its name, in inches."""

    x: float
    y: float
    reach: float
    wide: float
    high: float


def place_labels(spots: list[Spot], *, wide: float, high: float) -> list[tuple[float, float]]:
    """Left and low ends of each spot's name: largest discs first, each at the place that covers least.

    Of places that cover as little, the first counts: right, left, above, below, then the corners.
    """
    discs = [(spot.x - spot.reach, spot.y - spot.reach, spot.x + spot.reach, spot.y + spot.reach) for spot in spots]
    taken: list[Box] = []
    found: dict[int, Box] = {}
    for number in sorted(range(len(spots)), key=lambda which: (-spots[which].reach, which)):
        others = [*taken, *discs]  # its own disc too: a name pushed in from the edge may slide over it
        choices = [kept_inside(box, wide=wide, high=high) for box in places_beside(spots[number])]
        best = min(choices, key=lambda box: round(sum(overlap(box, other) for other in others), 6))
        found[number] = best
        taken.append(best)
    return [found[number][:2] for number in range(len(spots))]


def places_beside(spot: Spot) -> list[Box]:
    """Where the name of a spot may stand, nearest places first."""
    corner = spot.reach * 0.75 + GAP
    boxes = []
    for away in (0.0, spot.high, 2 * spot.high):
        side, up = spot.reach + GAP, spot.reach + GAP + away
        middle, centre = spot.y - spot.high / 2, spot.x - spot.wide / 2
        starts = [
            (spot.x + side, middle + away),
            (spot.x - side - spot.wide, middle + away),
            (centre, spot.y + up),
            (centre, spot.y - up - spot.high),
            (spot.x + corner, spot.y + corner + away),
            (spot.x + corner, spot.y - corner - spot.high - away),
            (spot.x - corner - spot.wide, spot.y + corner + away),
            (spot.x - corner - spot.wide, spot.y - corner - spot.high - away),
        ]
        boxes += [(left, low, left + spot.wide, low + spot.high) for left, low in starts]
    return boxes


def kept_inside(box: Box, *, wide: float, high: float) -> Box:
    """The box moved within the drawing."""
    left = min(max(box[0], 0.0), max(wide - (box[2] - box[0]), 0.0))
    low = min(max(box[1], 0.0), max(high - (box[3] - box[1]), 0.0))
    return left, low, left + box[2] - box[0], low + box[3] - box[1]


def overlap(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)
