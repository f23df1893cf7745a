import pytest

from pipeline.prevalence.about import find_about
from pipeline.prevalence.kinds import find_kind

# Sentences of our own, tagged as in test_about.
SENTENCES = [
    ("The/DET port/NOUN got/VERB/get [[£/SYM _5m/NUM]] for/ADP cranes/NOUN", "amount"),
    ("It/PRON pays/VERB/pay [[£/SYM _9/NUM]] per/ADP berth/NOUN", "each"),
    ("It/PRON pays/VERB/pay [[£/SYM _9/NUM]] a/DET tonne/NOUN", "each"),
    ("It/PRON pays/VERB/pay [[£/SYM _9/NUM]] an/DET hour/NOUN", "each"),
    ("It/PRON pays/VERB/pay [[£/SYM _9/NUM]] each/DET ./PUNCT", "each"),
    ("Planks/NOUN cost/VERB [[£/SYM _9/NUM]] apiece/ADV", "each"),
    ("It/PRON pays/VERB/pay [[£/SYM _9/NUM]] a/DET year/NOUN per/ADP berth/NOUN", "each"),
    ("It/PRON pays/VERB/pay [[£/SYM _9/NUM]] a/DET year/NOUN", "amount"),
    ("It/PRON pays/VERB/pay [[£/SYM _9/NUM]] per/ADP annum/NOUN", "amount"),
    ("the/DET [[£/SYM _9/NUM]] _-/PUNCT _a/DET _-/PUNCT _head/NOUN fee/NOUN", "each"),
    ("Towns/NOUN spend/VERB an/DET average/NOUN of/ADP [[£/SYM _9/NUM]] on/ADP salt/NOUN", "each"),
    ("Towns/NOUN face/VERB a/DET [[£/SYM _9m/NUM]] shortfall/NOUN", "gap"),
    ("a/DET funding/NOUN gap/NOUN in/ADP towns/NOUN of/ADP [[£/SYM _9m/NUM]]", "gap"),
    ("Towns/NOUN exceed/VERB their/PRON budgets/NOUN by/ADP [[£/SYM _9m/NUM]]", "gap"),
    ("Towns/NOUN face/VERB a/DET [[£/SYM _9m/NUM]] cut/NOUN", "change"),
    ("Rents/NOUN rose/VERB/rise by/ADP [[£/SYM _9/NUM]]", "change"),
    ("The/DET port/NOUN will/AUX cut/VERB [[£/SYM _9m/NUM]] from/ADP dredging/NOUN", "change"),
    ("The/DET port/NOUN got/VERB/get [[£/SYM _9m/NUM]] to/PART reverse/VERB cuts/NOUN/cut", "amount"),
    ("Losses/NOUN rose/VERB/rise from/ADP 2m/SUM to/ADP [[3m/NUM]]", "range"),
    ("It/PRON needs/VERB/need between/ADP [[2m/NUM]] and/CCONJ 3m/SUM", "range"),
    ("It/PRON gave/VERB/give [[2m/NUM]] and/CCONJ 3m/SUM", "amount"),
]


@pytest.mark.parametrize(("sentence", "kind"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_kinds(sentence, kind, tag, lexicon):
    words, first, last = tag(sentence)
    assert find_kind(find_about(words, first, last, most=8, lexicon=lexicon), lexicon=lexicon) == kind
