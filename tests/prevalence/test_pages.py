import numpy as np
import pytest

from pipeline.prevalence.pages import Context, Page, own_sentence

# Words of two sentences; the document has six characters of something else before them.
TEXT = "Moss said: “It is dear. The pier cost £5m.” Rain fell."
TAGGED = """Moss/PROPN said/VERB :/PUNCT “/PUNCT It/PRON is/AUX dear/ADJ ./PUNCT
The/DET pier/NOUN cost/VERB £/SYM 5m/NUM ./PUNCT ”/PUNCT Rain/NOUN fell/VERB ./PUNCT"""
WORDS, PARTS = zip(*(part.split("/") for part in TAGGED.split()), strict=True)
SENTENCES = [0] * 8 + [1] * 7 + [2] * 3
SHIFT = 6


@pytest.fixture
def page():
    starts, at = [], 0
    for word in WORDS:
        starts.append(TEXT.index(word, at))
        at = starts[-1] + len(word)
    start = np.array(starts) + SHIFT
    lemma = ["say" if word == "said" else word.lower() for word in WORDS]
    tokens = {
        "start": start,
        "end": start + [len(word) for word in WORDS],
        "sentence": np.array(SENTENCES),
        "lemma": np.array(lemma, dtype=object),
        "pos": np.array(PARTS, dtype=object),
    }
    money = TEXT.index("£") + SHIFT
    mentions = {
        "type": np.array(["MONEY", "PERSON"], dtype=object),
        "start": np.array([money, SHIFT]),
        "end": np.array([money + 3, SHIFT + 4]),
        "surface": np.array(["£5m", "Moss"], dtype=object),
        "canonical": np.array([None, None], dtype=object),
    }
    return Page("Pier news of the week", TEXT, [[SHIFT, SHIFT + len(TEXT)]], tokens, mentions)


def test_a_sum_in_a_quotation_is_said_by_who_is_named_before_it(page, config):
    start = TEXT.index("£") + SHIFT
    context = page.context(start, start + 3, config=config)
    assert (context.about, context.speaker) == ("pier", "Moss")


def test_a_place_without_words_is_told_by_the_headline(page, config):
    assert page.context(1000, 1003, config=config) == Context("Pier news of the week")


def test_words_are_those_of_the_text(page):
    assert page.word(9).text == "pier"
    assert page.word(11).is_sum
    assert page.word(12).is_sum
    assert not page.word(10).is_sum


@pytest.mark.parametrize(("at", "sentence"), [(0, 0), (TEXT.index("pier"), 1), (len(TEXT) - 1, 2)])
def test_the_sentence_at_a_place(page, at, sentence):
    assert page.sentence_at(at).tolist() == [place for place, number in enumerate(SENTENCES) if number == sentence]


def test_names_among_words_are_numbered_from_the_first(page):
    assert [(name.first, name.last, name.called) for name in page.named(np.arange(8))] == [(0, 1, "Moss")]
    assert page.named(np.arange(8, 15)) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Harbour Board - Mending the piers\n\n£5m\n\n1 Quay Street", "Mending the piers"),
        ("Mending the Piers£5m1 Quay Street", "Mending the Piers"),
        ("The pier costs £5m to mend.", ""),
        ("The pier costs of£5m", ""),
        ("£5m", ""),
    ],
    ids=["alone in its line", "glued", "running text", "a lost space", "nothing above"],
)
def test_what_a_sum_in_a_list_is_for(text, label):
    bare = {name: np.zeros(0, dtype=np.int64) for name in ("start", "end", "sentence", "type")}
    page = Page("", text, [[0, len(text)]], bare, bare)
    start = text.index("£")
    assert page.label_of(start, start + 3, 8) == label


def test_a_stop_that_a_parser_took_for_an_abbreviations_ends_the_sentence(tag):
    words, first, last = tag("It/PRON cost/VERB [[£/SYM _5m./NUM]] Rain/NOUN fell/VERB")
    own, first, last = own_sentence(words, first, last)
    assert [word.text for word in own] == ["It", "cost", "£", "5m."]
    assert (first, last) == (2, 4)
