import pytest

from pipeline.segment.dumps import find_dump, iso_time
from pipeline.segment.lines import split_lines

ITEM = (
    "{spam}{title} https://port.example/{n}/ https://port.example/{n}/#comments {who}Wed, 0{n} Apr 2025 21:42:10 +0000 "
    "https://port.example/?p={n}\nThe board of {n} ports met and…\n]]>\n\n"
    "The board of {n} ports met and agreed.\n\n]]>\n"
    "https://port.example/{n}/feed/ 0 https://port.example/{n}.jpg Port News\n"
)
TITLES = ["Ferry fares to rise", "Silt closes two berths", "Pier to be mended"]
CHANNEL = (
    "{spam}ports Archives - Port News https://port.example/tag/ All news "
    "Thu, 10 Apr 2025 11:04:14 +0000 en-GB https://w.example/?v=6 "
)


def dump(spam="", who="", channel=CHANNEL):
    items = [ITEM.format(spam=spam, title=title, n=n, who=who) for n, title in enumerate(TITLES, 1)]
    return channel.format(spam=spam) + "".join(items)


@pytest.mark.parametrize("spam", ["", "彩票开奖 ", "best casino bonus ", "Зеркало казино "])
def test_items_with_title_address_and_time(spam):
    text = dump(spam)
    lines, layout = find_dump(split_lines(text))
    assert [draft.title for draft in layout.drafts] == TITLES
    assert [draft.url for draft in layout.drafts] == [f"https://port.example/{n}/" for n in (1, 2, 3)]
    assert [draft.published for draft in layout.drafts] == [f"2025-04-0{n}T21:42:10+00:00" for n in (1, 2, 3)]
    assert [lines[draft.first].text for draft in layout.drafts] == TITLES
    assert all(text[line.start : line.end] == line.text for line in lines)
    kept = [line.text for line in lines[layout.drafts[0].first :] if not line.role]
    assert kept[:4] == [TITLES[0], "The board of 1 ports met and…", "]]>", "The board of 1 ports met and agreed."]


def test_a_name_before_the_time_is_the_author():
    _, layout = find_dump(split_lines(dump(who="Ann Oak ")))
    assert {draft.author for draft in layout.drafts} == {"Ann Oak"}


def test_a_word_with_a_colon_belongs_to_the_title():
    _, layout = find_dump(split_lines(dump(spam="Comment: ")))
    assert layout.drafts[0].title == "Comment: Ferry fares to rise"


def test_title_address_and_time_on_lines_of_their_own():
    text = "".join(
        f"{title}\nhttps://port.example/{n}\n2025-04-0{n}T10:00:00Z\n\nThe board met and agreed.\n\n"
        for n, title in enumerate(TITLES, 1)
    )
    _, layout = find_dump(split_lines(text))
    assert [(draft.title, draft.published) for draft in layout.drafts] == [
        (title, f"2025-04-0{n}T10:00:00+00:00") for n, title in enumerate(TITLES, 1)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A letter. See https://port.example for more.\n\nIt was sent at Wed, 09 Apr 2025 21:42:10 +0000 by hand.",
        "Times\n\nWed, 09 Apr 2025 21:42:10 +0000\n\nThu, 10 Apr 2025 21:42:10 +0000",
    ],
)
def test_other_texts_are_no_dump(text):
    lines = split_lines(text)
    assert find_dump(lines)[1].drafts == ()
    assert find_dump(lines)[0] == lines


@pytest.mark.parametrize(
    ("stamp", "iso"),
    [
        ("Wed, 09 Apr 2025 21:42:10 +0000", "2025-04-09T21:42:10+00:00"),
        ("2025-04-09T10:00:00Z", "2025-04-09T10:00:00+00:00"),
        ("2025-04-09", "2025-04-09"),
        ("31 Nov 2025 10:00:00 +0000", None),
        ("soon", None),
        ("", None),
    ],
)
def test_times_in_one_form(stamp, iso):
    assert iso_time(stamp) == iso
