import pandas as pd
import pytest

from pipeline.corpus import Publisher
from pipeline.prevalence.publishers import body_of_site, find_publishers

BODIES = pd.DataFrame(
    {
        "type": ["BODY", "BODY", "PERSON"],
        "surface": ["UHT", "Tide & Times", "Ada Moss"],
        "canonical": ["Union of Harbour Towns", "Tide and Times", "Ada Moss"],
    }
)


def published(url=None, source="press/one.txt", stated=()):
    articles = pd.DataFrame({"article_id": ["a1"], "source": [source], "url": [url]})
    return find_publishers(articles, BODIES, stated).get("a1")


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://www.tideandtimes.example/2020/pier", "Tide and Times"),
        ("https://adamoss.example/", None),  # a person publishes nothing here
        ("https://www.uht.example/", None),  # too short to be told from kinds of site
        ("https://www.example/tideandtimes", None),
        ("https://[broken", None),
        (None, None),
    ],
)
def test_a_site_is_of_the_body_that_it_is_named_after(url, publisher):
    assert published(url) == publisher


def test_a_stated_publisher_goes_first():
    stated = (Publisher("Quay Press", ("press/*",)),)
    assert published("https://www.tideandtimes.example/", stated=stated) == "Quay Press"
    assert published("https://www.tideandtimes.example/", source="other.txt", stated=stated) == "Tide and Times"


def test_the_longest_part_of_an_address_counts():
    assert body_of_site("https://port.tidetimes.example", {"port": "Port", "tidetimes": "Tide Times"}) == "Tide Times"
