"""A whole run on the demonstration corpus reaches its floors."""

import pytest

from tests.demo.ranges import FLOORS
from tests.demo.validate import measure

BOUNDS = [
    (kind, room, name, bound)
    for kind, rooms in FLOORS.items()
    for room, figures in rooms.items()
    for name, bound in figures.items()
]


@pytest.fixture(scope="module")
def figures(demo):
    return measure(demo / "made")


@pytest.mark.parametrize(("kind", "room", "name", "bound"), BOUNDS)
def test_bound(figures, kind, room, name, bound):
    value = figures[room][name]
    assert value >= bound if kind == "least" else value <= bound
