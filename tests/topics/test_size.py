"""Size: the number of topics is found from how well unseen articles are foretold."""

from __future__ import annotations

import pytest

from pipeline.topics.size import find_size, pick_size
from pipeline.topics.vocabulary import build_matter


@pytest.mark.parametrize(
    ("fits", "expected"),
    [((-6.2, -6.0, -6.1), 10), ((-6.2, -6.005, -6.0), 20), ((-6.2, -6.0, -6.005), 20), ((-6.0, -6.0, -6.0), 20)],
)
def test_the_largest_of_the_sizes_that_foretell_as_well_is_taken(fits, expected):
    assert pick_size((5, 10, 20), fits, same_fit=0.01) == expected


def test_five_planted_topics_are_not_taken_for_thirty(planted, settings):
    config = settings(n_topics=30, terms_per_topic=1)
    matter = build_matter(planted[0], config=config)
    assert 5 <= find_size(matter, config=config) < 30


def test_the_number_asked_for_is_fitted_where_none_is_to_be_found(planted, settings):
    config = settings(n_topics=30, terms_per_topic=1, finds_n_topics=False)
    assert find_size(build_matter(planted[0], config=config), config=config) == 30


def test_another_seed_finds_the_same_number(planted, settings):
    matter = build_matter(planted[0], config=settings())
    assert find_size(matter, config=settings(random_seed=1)) == find_size(matter, config=settings(random_seed=2))
