import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.prevalence.about import find_about, shorten

# Sentences of our own, tagged Word/POS[/lemma]; the sum stands in [[ ]], "_" joins a mark to the word before;
# /SUM is another sum.
SENTENCES = {
    "what the sum qualifies": (
        "The/DET port/NOUN won/VERB a/DET [[£/SYM _4m/NUM]] harbour/NOUN repair/NOUN grant/NOUN last/ADJ spring/NOUN",
        "harbour repair grant",
    ),
    "what it qualifies, with its tail and time": (
        "Ferries/NOUN face/VERB a/DET [[£/SYM _9m/NUM]] shortfall/NOUN by/ADP 2031/NUM _,/PUNCT he/PRON wrote/VERB",
        "shortfall by 2031",
    ),
    "a hedge is skipped": (
        "a/DET [[£/SYM _30/NUM]] weekly/ADJ rebate/NOUN on/ADP tram/NOUN fares/NOUN began/VERB",
        "rebate on tram fares",
    ),
    "what it measures, and where": (
        "a/DET net/ADJ loss/NOUN of/ADP [[£/SYM _2m/NUM]] in/ADP the/DET dairy/NOUN trade/NOUN",
        "net loss in the dairy trade",
    ),
    "purpose: for": (
        "The/DET mayor/NOUN set/VERB aside/ADP [[£/SYM _7m/NUM]] for/ADP flood/NOUN walls/NOUN",
        "flood walls",
    ),
    "purpose behind a rate": (
        "Towns/NOUN pay/VERB [[£/SYM _1m/NUM]] a/DET year/NOUN for/ADP street/NOUN lamps/NOUN",
        "street lamps",
    ),
    "purpose behind a span of years": (
        "The/DET board/NOUN gave/VERB [[£/SYM _3m/NUM]] in/ADP 2030/NUM _-/PUNCT _31/NUM to/PART widen/VERB two/NUM "
        "bridges/NOUN",
        "widen two bridges",
    ),
    "compound with hyphens": (
        "Firms/NOUN spend/VERB [[£/SYM _1bn/NUM]] on/ADP door/NOUN _-/PUNCT _to/ADP _-/PUNCT _door/NOUN delivery/NOUN",
        "door-to-door delivery",
    ),
    "spent": (
        "[[£/SYM _6m/NUM]] was/AUX spent/VERB on/ADP new/ADJ buoys/NOUN",
        "new buoys",
    ),
    "put aside for it": (
        "with/ADP over/ADP [[£/SYM _8m/NUM]] earlier/ADV promised/VERB to/ADP the/DET island/NOUN clinic/NOUN",
        "island clinic",
    ),
    "in brackets behind it": (
        "a/DET slice/NOUN of/ADP state/NOUN spending/NOUN on/ADP rural/ADJ roads/NOUN (/PUNCT _about/ADP "
        "[[£/SYM _5bn/NUM]] _)/PUNCT",
        "slice of state spending on rural roads",
    ),
    "the deed it measures": (
        "Ports/NOUN overran/VERB their/PRON dredging/NOUN plans/NOUN by/ADP [[£/SYM _2m/NUM]]",
        "overran their dredging plans",
    ),
    "the deed names another sum": (
        "They/PRON overran/VERB their/PRON 4m/SUM sea/NOUN defence/NOUN plans/NOUN by/ADP [[£/SYM _2m/NUM]]",
        "overran their 4m sea defence plans",
    ),
    "the subject of its verb": (
        "The/DET tunnel/NOUN would/AUX need/VERB [[£/SYM _12bn/NUM]]",
        "tunnel would need",
    ),
    "what costs it, though its purpose follows": (
        "The/DET tunnel/NOUN would/AUX cost/VERB [[£/SYM _12bn/NUM]] to/PART dig/VERB _,/PUNCT",
        "tunnel",
    ),
    "what costs someone it": (
        "each/DET late/ADJ barge/NOUN costs/VERB/cost the/DET owner/NOUN [[£/SYM _900/NUM]]",
        "late barge",
    ),
    "what the clause is about": (
        "a/DET hut/NOUN that/PRON earned/VERB/earn its/PRON owner/NOUN [[£/SYM _900/NUM]]",
        "hut",
    ),
    "over an aside": (
        "the/DET hut/NOUN _,/PUNCT sold/VERB with/ADP the/DET boat/NOUN _,/PUNCT fetched/VERB [[£/SYM _900/NUM]]",
        "hut, sold with the boat, fetched",
    ),
    "bare money has its purpose behind it": (
        "a/DET [[£/SYM _9m/NUM]] grant/NOUN to/PART mend/VERB piers/NOUN",
        "grant to mend piers",
    ),
    "a part says nothing of it": (
        "They/PRON mended/VERB the/DET pier/NOUN ,/PUNCT at/ADP a/DET cost/NOUN of/ADP [[£/SYM _9m/NUM]]",
        "mended the pier",
    ),
    "worth": (
        "an/DET order/NOUN worth/ADJ [[£/SYM _9m/NUM]] ,/PUNCT he/PRON said/VERB",
        "order",
    ),
    "given away later in the clause": (
        "[[£/SYM _9m/NUM]] ,/PUNCT was/AUX awarded/VERB to/PART mend/VERB piers/NOUN",
        "mend piers",
    ),
    "the subject, over its time": (
        "mean/ADJ outlay/NOUN on/ADP salt/NOUN in/ADP 2030/NUM was/AUX [[£/SYM _40,000/NUM]]",
        "mean outlay on salt in 2030",
    ),
    "quotation marks are no words": (
        "Bridge/NOUN bill/NOUN “/PUNCT _above/ADP [[£/SYM _3m/NUM]] ”/PUNCT",
        "Bridge bill",
    ),
    "the words before, where nothing fits": (
        "it/PRON has/AUX come/VERB to/ADP [[£/SYM _9m/NUM]]",
        "has come",
    ),
    "nothing at all": ("[[£/SYM _5m/NUM]]", ""),
}


@pytest.mark.parametrize(("sentence", "about"), SENTENCES.values(), ids=SENTENCES.keys())
def test_what_a_sum_is_for(sentence, about, tag, lexicon):
    words, first, last = tag(sentence)
    assert find_about(words, first, last, most=8, lexicon=lexicon).told == about


@pytest.mark.parametrize("ends", [("[[2m/NUM]]", "3m/SUM"), ("2m/SUM", "[[3m/NUM]]")])
def test_both_ends_of_a_range_are_for_the_same(ends, tag, lexicon):
    words, first, last = tag("Losses/NOUN in/ADP farming/NOUN rose/VERB from/ADP {} to/ADP {}".format(*ends))
    assert find_about(words, first, last, most=8, lexicon=lexicon).told == "Losses in farming rose"


def test_a_long_phrase_is_cut_at_a_preposition(tag, lexicon):
    words, first, last = tag(
        "[[£/SYM _2m/NUM]] for/ADP night/NOUN buses/NOUN between/ADP the/DET old/ADJ market/NOUN town/NOUN and/CCONJ "
        "small/ADJ inland/ADJ villages/NOUN"
    )
    assert find_about(words, first, last, most=8, lexicon=lexicon).told == "night buses"


PARTS = st.sampled_from(["NOUN", "ADJ", "VERB", "ADP", "DET", "PUNCT", "AUX", "PART", "NUM", "PROPN", "CCONJ", "X"])


@given(before=st.lists(PARTS, max_size=20), after=st.lists(PARTS, max_size=20), most=st.integers(1, 8))
def test_a_phrase_is_short_and_made_of_the_sentence(before, after, most, lexicon, tag):
    parts = [
        *(f"w{n}/{pos}" for n, pos in enumerate(before)),
        "[[9/NUM]]",
        *(f"v{n}/{pos}" for n, pos in enumerate(after)),
    ]
    words, first, last = tag(" ".join(parts))
    about = find_about(words, first, last, most=most, lexicon=lexicon).told
    assert len(about.split()) <= most
    assert set(about.split()) <= {word.text for word in words}


def test_shorten_keeps_the_first_words():
    assert shorten("a  b c", 2) == "a b"
