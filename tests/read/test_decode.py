import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.decode import decode_text
from pipeline.read.faults import UnreadableError
from pipeline.settings import load_config

CONFIG = load_config("read", {})
ENGLISH = "The council’s budget of £3m – “far too small”, the mayor said – was cut again… and again.\r\n"
GERMAN = "Der Bürgermeister sagte, die Schüler müssten früher nach Hause gehen – größer könnte der Ärger nicht sein."
POLISH = "Rada miasta przyjęła budżet na przyszły rok. Więcej pieniędzy trafi do szkół i żłobków, a także na drogi."
RUSSIAN = "Городской совет принял бюджет на следующий год. Больше денег получат школы и больницы."
GREEK = "Το δημοτικό συμβούλιο ενέκρινε τον προϋπολογισμό για το επόμενο έτος."


@pytest.mark.parametrize(
    ("text", "encoding", "recorded"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-16", "utf-16"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-32", "utf-32"),
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "mac_roman", "mac_roman"),
        (GERMAN.replace("–", "-"), "latin-1", "cp1252"),
        (GERMAN, "cp1252", "cp1252"),
        ("The fund is worth £3m.", "latin-1", "cp1252"),
        (POLISH, "cp1250", "cp1250"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "utf-8", "utf-8"),
        (GREEK, "utf-16", "utf-16"),
        ("plain", "ascii", "utf-8"),
    ],
)
def test_text_comes_back_whole_and_the_codec_is_recorded(text, encoding, recorded):
    assert decode_text(text.encode(encoding), config=CONFIG) == (text, recorded)


def test_a_utf8_mark_stays_so_that_offsets_are_those_of_the_file():
    text, encoding = decode_text(b"\xef\xbb\xbfOne", config=CONFIG)
    assert (text, encoding) == ("\ufeffOne", "utf-8")


def test_a_few_broken_bytes_do_not_make_utf8_another_encoding():
    content = (ENGLISH * 50).encode()
    text, encoding = decode_text(content + b"\xe2\x80", config=CONFIG)
    assert encoding == "utf-8-replace"
    assert text == ENGLISH * 50 + "\ufffd"


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03" * 20, bytes(range(256)) * 4, b"\xff\xfe\x00\xd8\x00\x00"])
def test_what_is_no_text_is_refused(content):
    with pytest.raises(UnreadableError):
        decode_text(content, config=CONFIG)


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_reason(content):
    reason = ""
    try:
        text, encoding = decode_text(content, config=CONFIG)
    except UnreadableError as fault:
        text, encoding, reason = "", "", fault.reason
    assert bool(encoding) != (reason in ("binary", "broken_text"))
    assert len(text) <= len(content)


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.isprintable()))
def test_valid_utf8_always_wins(text):
    assert decode_text(text.encode("utf-8"), config=CONFIG) == (text, "utf-8")
