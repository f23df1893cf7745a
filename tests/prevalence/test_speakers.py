import pytest

from pipeline.prevalence.speakers import Name, find_speaker, quote_around


@pytest.mark.parametrize(
    ("sentence", "names", "speaker"),
    [
        ("Ada/PROPN Moss/PROPN said/VERB/say it/PRON cost/VERB £5/NUM", [(0, 2, "Ada Moss")], "Ada Moss"),
        (
            "“/PUNCT £5/NUM ”/PUNCT ,/PUNCT said/VERB/say mayor/NOUN Ivo/PROPN Lind/PROPN",
            [(6, 8, "Ivo Lind")],
            "Ivo Lind",
        ),
        (
            "According/VERB/accord to/ADP Portwatch/PROPN it/PRON is/AUX £5/NUM",
            [(2, 3, "Portwatch")],
            "Portwatch",
        ),
        ("Tellers/PROPN estimates/VERB/estimate £5/NUM", [(0, 1, "Tellers")], "Tellers"),
        ("Ada/PROPN Moss/PROPN paid/VERB/pay £5/NUM", [(0, 2, "Ada Moss")], None),
        ("he/PRON said/VERB/say that/SCONJ it/PRON cost/VERB Portwatch/PROPN £5/NUM", [(5, 6, "Portwatch")], None),
        # the nearer of two names to the verb
        (
            "Moss/PROPN of/ADP Portwatch/PROPN said/VERB/say £5/NUM",
            [(0, 1, "Ada Moss"), (2, 3, "Portwatch")],
            "Portwatch",
        ),
        # what is said begins with a name
        ("a/DET report/NOUN said/VERB/say that/SCONJ Portwatch/PROPN paid/VERB £5/NUM", [(4, 5, "Portwatch")], None),
        ("nobody/PRON said/VERB/say £5/NUM", [], None),
    ],
)
def test_speakers(sentence, names, speaker, tag, config):
    words, _, _ = tag(sentence)
    assert find_speaker(words, [Name(*name) for name in names], speech_verbs=config.speech_verbs) == speaker


@pytest.mark.parametrize(
    ("text", "word", "outside"),
    [
        ("Moss said: “It cost £5.” Then rain.", "£5", (":", " ")),
        ("“It cost £5,” said Moss.", "£5", ("“", " ")),
        ("Moss said: “One.\n\n“It cost £5.” Rain.", "£5", (":", " ")),
        ("“No,” he said. It cost £5.", "£5", None),
        ("It cost £5.", "£5", None),
    ],
)
def test_quotations(text, word, outside):
    found = quote_around(text, text.index(word))
    assert (found if found is None else (text[found[0]], text[found[1]])) == outside
