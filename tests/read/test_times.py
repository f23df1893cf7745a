import pytest

from pipeline.read.times import iso_times


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        (["2019-05-31"], ["2019-05-31"]),
        (["2019-05-31T10:00:00Z"], ["2019-05-31T10:00:00+00:00"]),
        (["31 May 2019", "May 3, 2019"], ["2019-05-31", "2019-05-03"]),
        (["Wed, 09 Apr 2025 21:42:10 +0000"], ["2025-04-09T21:42:10+00:00"]),
        (["20190531"], ["2019-05-31"]),
        (["05/04/2019", "31/05/2019"], ["2019-04-05", "2019-05-31"]),  # no month is the 31st
        (["05/04/2019", "05/31/2019"], ["2019-05-04", "2019-05-31"]),
        (["01/02/2019 10:30", "13/02/2019 09:00"], ["2019-02-01T10:30:00", "2019-02-13T09:00:00"]),
        (["05/04/2019"], ["05/04/2019"]),  # two readings, nothing to choose by
        (["04/04/2019"], ["2019-04-04"]),
        (["31 November 2019", "soon", "", "7"], ["31 November 2019", "soon", "", "7"]),
    ],
)
def test_a_column_is_read_in_one_form(stated, iso):
    assert iso_times(stated) == iso


def test_a_column_that_runs_one_way_tells_day_from_month():
    # read month first the days jump about: 1 May, 2 March, 3 April
    assert iso_times(["05/01/2019", "03/02/2019", "04/03/2019"]) == ["2019-01-05", "2019-02-03", "2019-03-04"]
