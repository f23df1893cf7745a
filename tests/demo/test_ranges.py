"""The table over seeds."""

import math

from tests.demo.ranges import add_section, as_section, held_to, write_ranges


def test_ranges_hold_mean_least_and_most(tmp_path):
    found = [{"date": {"year right": value, "median": value}} for value in (0.9, 0.98, 1.0)]
    rows = write_ranges(found, tmp_path / "seeds.csv")
    # two of three seeds keep to the floor, which stands between 0.9 and 0.98
    assert rows[1] == ("date", "year right", "0.960", "0.900", "1.000", 3, 2)
    section = as_section(tmp_path / "seeds.csv")
    bound = held_to("date", "year right")
    assert f"| date | year right | 0.960 | 0.900 | 1.000 | {bound} | 2 of 3 |" in section


def test_a_figure_that_a_seed_does_not_have_is_left_out(tmp_path):
    rows = write_ranges([{"date": {"median": math.nan}}, {"date": {"median": 4.0}}, {}], None)
    assert rows[1][2:6] == ("4.000", "4.000", "4.000", 1)


def test_a_newer_section_takes_the_place_of_the_older(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# Title\n\ntable\n", encoding="utf-8")
    for mean in (0.5, 0.75):
        write_ranges([{"date": {"median": mean}}], tmp_path / "seeds.csv")
        add_section(page, as_section(tmp_path / "seeds.csv"))
    assert page.read_text(encoding="utf-8").count("## Over 1 seeds") == 1
    assert "0.750" in page.read_text(encoding="utf-8")
    assert "0.500" not in page.read_text(encoding="utf-8")


def test_without_seeds_there_is_no_section(tmp_path):
    assert as_section(tmp_path / "none.csv") == ""
