import random

from pipeline.segment.lines import split_lines
from pipeline.segment.repeats import Tally, find_repeats, tally_article
from pipeline.settings import load_config

CONFIG = load_config("segment", {})


def learn(articles, *, edges_only=False):
    tally = Tally()
    for article in articles:
        tally_article(tally, split_lines("\n".join(article)), edges_only=edges_only)
    return find_repeats(tally, config=CONFIG)


def article(number, *, head=(), middle=(), tail=()):
    texts = [f"Paragraph {number}-{n} tells of the quay and of berth {number * n + n}." for n in range(1, 7)]
    place = random.Random(number).randrange(1, 6)
    return [f"Title {'abcdefghij'[number % 10]}{number}", *head, *texts[:place], *middle, *texts[place:], *tail]


def test_lines_at_one_place_are_furniture_and_lines_here_and_there_are_not():
    articles = [
        article(n, head=["Filed by staff"], middle=["Background", "• one more"], tail=["Was it good?"])
        for n in range(10)
    ]
    assert learn(articles).lines == {"filed by staff", "was it good"}


def test_a_notice_is_furniture_wherever_it_stands():
    notice = "This story carries a vote of our readers; open the site to take part in it."
    articles = [article(n, middle=[notice]) for n in range(8)] + [article(n) for n in range(8, 20)]
    assert learn(articles).lines == {"this story carries a vote of our readers open the site to take part in it"}


def test_two_of_ten_are_not_enough_and_three_of_a_hundred_neither():
    assert learn([article(n, tail=["Was it good?"] if n < 2 else []) for n in range(10)]).lines == set()
    assert learn([article(n, tail=["Was it good?"] if n < 3 else []) for n in range(100)]).lines == set()


def test_the_label_of_a_link_at_the_very_end_needs_three_places_only():
    articles = [article(n, tail=["Open document"] if n < 3 else ["Ann Oak"] if n < 8 else []) for n in range(100)]
    assert learn(articles).lines == {"open document"}


def test_copies_of_one_article_make_no_furniture():
    assert learn([article(1)] * 9 + [article(2)]).lines == set()


def test_what_begins_many_articles_is_known():
    assert learn([["News", *article(n)] if n % 2 else article(n) for n in range(10)]).first == {"news"}
    assert learn([["News", *article(n)] if n < 3 else article(n) for n in range(20)]).first == set()


def test_far_from_the_edges_nothing_is_counted_when_memory_is_bounded():
    middle = [f"Line {letter} of the table" for letter in "abcdefghijklmnopqrstuvwxyz"]
    articles = [
        [f"Title {n}", *middle, f"The end of number {n} comes here and is long enough to tell apart."] for n in range(5)
    ]
    assert "line z of the table" in learn(articles).lines
    tally = Tally()
    tally_article(tally, split_lines("\n".join(articles[0])), edges_only=True)
    assert "line a of the table" in tally.lines
    assert "line m of the table" not in tally.lines
