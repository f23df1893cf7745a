from __future__ import annotations

from itertools import combinations

from pipeline.charts.labels import Spot, overlap, place_labels


def boxes(spots, *, wide=6.0, high=4.0):
    return [
        (left, low, left + spot.wide, low + spot.high)
        for spot, (left, low) in zip(spots, place_labels(spots, wide=wide, high=high), strict=True)
    ]


def test_a_name_alone_stands_to_the_right():
    [(left, low)] = place_labels([Spot(2, 2, 0.1, 1, 0.1)], wide=6, high=4)
    assert left > 2.1
    assert low == 1.95


def test_a_name_at_the_edge_stays_on_the_sheet_and_off_its_disc():
    spot = Spot(5.8, 2, 0.1, 1.5, 0.1)
    [box] = boxes([spot])
    assert box[2] <= 6
    assert overlap(box, (5.7, 1.9, 5.9, 2.1)) == 0


def test_names_of_a_crowd_do_not_cover_each_other():
    spots = [Spot(2 + 0.4 * (n % 3), 2 + 0.3 * (n // 3), 0.08, 0.9, 0.1) for n in range(9)]
    assert all(overlap(one, other) < 1e-6 for one, other in combinations(boxes(spots), 2))
