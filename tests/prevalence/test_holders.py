import pytest

from pipeline.prevalence.about import find_about
from pipeline.prevalence.holders import find_whose
from pipeline.prevalence.speakers import Name

# Sentences of our own, tagged as in test_about; names by their places.
SENTENCES = [
    ("councils/NOUN/council face/VERB a/DET [[£/SYM _5m/NUM]] gap/NOUN", [], "councils"),
    (
        "the/DET government/NOUN _'s/PART [[£/SYM _5m/NUM]] plan/NOUN",
        [],
        "government",
    ),
    (
        "Moor/PROPN Trust/PROPN gave/VERB/give the/DET clinic/NOUN [[£/SYM _5m/NUM]]",
        [(0, 2, "Moor Trust")],
        "Moor Trust",
    ),
    ("[[£/SYM _5m/NUM]] from/ADP Moor/PROPN Trust/PROPN came/VERB/come", [(3, 5, "Moor Trust")], "Moor Trust"),
    ("[[£/SYM _5m/NUM]] was/AUX paid/VERB/pay by/ADP local/ADJ schools/NOUN/school", [], "local schools"),
    ("councils/NOUN/council were/AUX/be given/VERB/give [[£/SYM _5m/NUM]]", [], "councils"),
    ("ministers/NOUN/minister force/VERB towns/NOUN/town to/PART spend/VERB [[£/SYM _5m/NUM]]", [], "towns"),
    ("council/NOUN spending/NOUN on/ADP salt/NOUN was/AUX/be [[£/SYM _5m/NUM]]", [], "council"),
    (
        "rules/NOUN that/PRON force/VERB local/ADJ schools/NOUN/school to/PART spend/VERB [[£/SYM _5m/NUM]]",
        [],
        "local schools",
    ),
    # one who says a sum does not hold it, one who announces it does
    ("Moor/PROPN Trust/PROPN estimates/VERB/estimate [[£/SYM _5m/NUM]]", [(0, 2, "Moor Trust")], None),
    ("Moor/PROPN Trust/PROPN announced/VERB/announce [[£/SYM _5m/NUM]]", [(0, 2, "Moor Trust")], "Moor Trust"),
    # another clause
    ("councils/NOUN/council wait/VERB ,/PUNCT and/CCONJ it/PRON cost/VERB [[£/SYM _5m/NUM]]", [], None),
    ("the/DET pier/NOUN cost/VERB [[£/SYM _5m/NUM]]", [], None),
]


@pytest.mark.parametrize(("sentence", "names", "whose"), SENTENCES, ids=[sentence for sentence, _, _ in SENTENCES])
def test_whose_money(sentence, names, whose, tag, lexicon, config):
    words, first, last = tag(sentence)
    found = find_about(words, first, last, most=8, lexicon=lexicon)
    named = [Name(*name) for name in names]
    assert find_whose(found, named, lexicon=lexicon, holding_verbs=config.holding_verbs) == whose
