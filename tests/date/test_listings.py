import datetime as dt

from pipeline.corpus import Corpus
from pipeline.date.gather import gather_clues, read_segments, share_clues
from pipeline.date.grid import Grid
from pipeline.date.listings import agree, date_listings, find_twins
from pipeline.date.verdict import Verdict
from pipeline.settings import load_config

CONFIG = load_config("date", {})
GRID = Grid(2017, 2021)


def dated(segments):
    clues = gather_clues(read_segments(segments), Corpus(), grid=GRID, month_first=False, config=CONFIG)
    return date_listings(segments, share_clues(clues, segments), GRID, CONFIG)


def listing(order=1):
    rows = [("a", f"Item {month}", f"{3 + month} {name} 2019\nRopes.") for month, name in enumerate(MONTHS)]
    rows.insert(5, ("a", "Undated", "Ropes and sails."))
    return rows[::order]


MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]


def test_an_undated_article_lies_between_its_neighbours(segments_of):
    for order in (1, -1):
        rows = listing(order)
        place = [row[1] for row in rows].index("Undated") + 1
        found = dated(segments_of(rows))[f"a:{place:04d}"]
        assert found.basis == "neighbours"
        assert dt.date(2019, 5, 1) <= dt.date.fromordinal(found.best) <= dt.date(2019, 6, 10)
        assert "between its neighbours dated 7 May 2019 and 8 June 2019" in found.evidence


def test_sources_do_not_date_each_other(segments_of):
    rows = [*listing(), ("b", "Alone", "Ropes and sails.")]
    assert dated(segments_of(rows))["b:0001"].best is None


def test_a_source_in_no_order_still_tells_the_stretch_of_time(segments_of):
    days = ["3 May 2019", "9 March 2019", "1 August 2019", "5 February 2019", "8 June 2019", "2 April 2019"]
    rows = [("a", "Item", f"{day}\nRopes.") for day in days]
    rows.insert(3, ("a", "Undated", "Ropes and sails."))
    found = dated(segments_of(rows))["a:0004"]
    assert found.basis == "neighbours"
    assert "among articles of its source dated 5 February 2019 to 1 August 2019" in found.evidence
    assert found.earliest < dt.date(2019, 4, 1).toordinal() < dt.date(2019, 6, 1).toordinal() < found.latest


def test_near_duplicates_agree_on_the_narrowest():
    wide = Verdict(10, 0, 400, "year", "text", ("headline",), {2019: 1.0})
    narrow = Verdict(20, 19, 21, "day", "neighbours", ("between",), {2019: 1.0})
    agreed = agree({"a": wide, "b": narrow, "c": wide}, [["a", "b"]])
    assert (agreed["a"].best, agreed["a"].evidence) == (20, "the same text stands elsewhere; between")
    assert agreed["b"] == narrow
    assert agreed["c"] == wide


def test_undated_duplicates_stay_undated():
    none = Verdict(None)
    assert agree({"a": none, "b": none}, [["a", "b"]]) == {"a": none, "b": none}


def test_a_copy_far_off_in_time_dates_nothing():
    early, late = Verdict(10, 0, 30, "month", "neighbours"), Verdict(500, 495, 505, "month", "neighbours")
    assert agree({"a": early, "b": late}, [["a", "b"]]) == {"a": early, "b": late}


def test_a_stated_day_of_a_copy_is_not_taken_over():
    own, copy = Verdict(10, 0, 30, "month", "neighbours"), Verdict(14, 14, 14, "day", "feed")
    assert agree({"a": own, "b": copy}, [["a", "b"]])["a"] == own


def test_twins_carry_the_same_date_in_their_headlines(segments_of):
    titles = ["North - May 2019", "South - May 2019", "Pier", "East - May 2019", "West - June 2019", "Quay - June 2019"]
    clues = gather_clues(
        read_segments(segments_of([("a", title, "Ropes.") for title in titles])),
        Corpus(),
        grid=GRID,
        month_first=False,
        config=CONFIG,
    )
    assert find_twins(list(clues.values())).tolist() == [False, True, False, False, False, True]
    assert find_twins([]).tolist() == []


def test_a_batch_of_one_month_may_be_of_any_one_day_of_it(segments_of):
    rows = listing()
    rows[4:4] = [("a", f"{name} - May 2019", "Ropes.") for name in ("North", "South", "East", "West")]
    found = dated(segments_of(rows))
    batch = [found[f"a:{place:04d}"] for place in range(5, 9)]
    assert max(each.best for each in batch) - min(each.best for each in batch) <= 3
