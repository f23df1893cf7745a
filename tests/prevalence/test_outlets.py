import pandas as pd
import pytest

from pipeline.corpus import Publisher
from pipeline.prevalence.outlets import name_outlets, site_of, without_years


def articles_of(rows):
    return pd.DataFrame(rows, columns=["source", "url"])


@pytest.mark.parametrize(
    ("source", "series"),
    [
        ("news-2016-2017.txt", "news-….txt"),
        ("2019/05/03_minutes.pdf", "…_minutes.pdf"),
        ("pages/2024-05-notes.html", "pages/…-notes.html"),
        ("minutes 20240503.docx", "minutes ….docx"),
        ("letters.txt", "letters.txt"),
        ("page 12.html", "page 12.html"),
        ("00-first.txt", "00-first.txt"),
        ("scan_120198.pdf", "scan_120198.pdf"),
    ],
)
def test_years_and_days_in_a_path_are_dots(source, series):
    assert without_years(source) == series


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.tidetimes.example/a?b=1", "tidetimes.example"),
        ("http://news.tidetimes.example:80/", "news.tidetimes.example"),
        ("no address", None),
        ("http://[broken", None),
        (None, None),
        (float("nan"), None),
    ],
)
def test_the_site_of_an_address(url, site):
    assert site_of(url) == site


def test_a_publisher_goes_before_a_site_and_a_site_before_a_path():
    articles = articles_of(
        [
            ("press/1.txt", "https://tidetimes.example/1"),
            ("feed.xml", "https://tidetimes.example/2"),
            ("feed.xml", None),
            ("news-2016.txt", None),
            ("news-2017.txt", None),
            ("speech-2020.txt", None),
        ]
    )
    stated = [Publisher("Harbour Union", ("press/*",))]
    assert name_outlets(articles, stated) == [
        "Harbour Union", "tidetimes.example", "feed.xml", "news-….txt", "news-….txt", "speech-2020.txt",
    ]  # fmt: skip


def test_many_articles_of_one_document_make_no_series():
    assert name_outlets(articles_of([("news-2016.txt", None)] * 3), ()) == ["news-2016.txt"] * 3
    assert name_outlets(articles_of([]), ()) == []
