"""From bytes to text: which encoding, judged in the order of how sure one can be.

The text is the file decoded whole, line ends untouched. The encoding is a Python codec name, so that
`open(path, encoding=ENCODING, newline="").read()` is the same text: a UTF-8 byte order mark stays as U+FEFF, since
"utf-8" keeps it; "utf-16" and "utf-32" take theirs away.
"""

from __future__ import annotations

import codecs
import re

from pipeline.read.config import Config
from pipeline.read.faults import UnreadableError

WIDE_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1b\x7f]")
SAMPLE_CHARS = 1_000_000
# A capital with an accent or a sign inside a word, or a sign that no Western text has: another code page was meant.
ODD_IN_WESTERN = re.compile(r"(?<=[a-z])[À-ÖØ-Þ](?=[a-z]|\b)|(?<=[A-Za-zß-ÿ])[¡-¿×÷](?=[a-zß-ÿ])|[¬¦¯¸¹¼ÐÞ]")
# More than one odd sign in so many: the guess from statistics goes first.
MAX_ODD_PART = 10
WESTERN = frozenset(
    {"English", "French", "German", "Spanish", "Italian", "Portuguese", "Dutch", "Catalan", "Indonesian"}
    | {"Swedish", "Danish", "Norwegian", "Finnish", "Icelandic", "Unknown", ""}
)


def decode_text(content: bytes, *, config: Config) -> tuple[str, str]:
    """The text and the codec that gave it. Raises UnreadableError for what is no text."""
    text, encoding = find_encoding(content, config=config)
    sample = text[:SAMPLE_CHARS]
    controls = len(CONTROLS.findall(sample))
    if controls > config.max_control_share * len(sample):
        raise UnreadableError("binary", f"no text: {controls} control characters in the first {len(sample)}")
    return text, encoding


def find_encoding(content: bytes, *, config: Config) -> tuple[str, str]:
    """The text by the first encoding that holds: a mark, UTF-8, UTF-16 without a mark, then a guess."""
    for mark, encoding in WIDE_MARKS:
        if content.startswith(mark):
            return decode_as(content, encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return guess_encoding(content, config=config)
    # UTF-16 of plain English is valid UTF-8 too, with a NUL at every second byte
    wide = find_wide(content)
    return decode_as(content, wide) if wide else (text, "utf-8")


def find_wide(content: bytes) -> str:
    """The UTF-16 codec for text without a mark whose every second byte is mostly NUL, or nothing."""
    sample = content[:10_000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if half and even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def decode_as(content: bytes, encoding: str) -> tuple[str, str]:
    """The text in a named encoding, or UnreadableError."""
    try:
        return content.decode(encoding), encoding
    except UnicodeDecodeError as fault:
        raise UnreadableError("broken_text", f"begins as {encoding} but breaks at byte {fault.start}") from fault


def guess_encoding(content: bytes, *, config: Config) -> tuple[str, str]:
    """The text of bytes that are not wholly UTF-8: slightly broken UTF-8, a Western code page, or a guess."""
    wide = find_wide(content)
    if wide:
        return decode_as(content, wide)
    high = sum(byte > 127 for byte in content[:SAMPLE_CHARS])
    mended = content.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    n_utf8 = sum(char > "\x7f" for char in mended[:SAMPLE_CHARS]) - broken
    if broken <= config.max_broken_share * len(content) and n_utf8 > broken:
        return mended, "utf-8-replace"
    share = high / min(len(content), SAMPLE_CHARS)
    guess, language = ("", "") if high < config.min_guess_bytes else guess_by_statistics(content)
    if share <= config.max_western_share and language in WESTERN:
        text, encoding, odd = decode_western(content)
        if encoding and not (guess and odd * MAX_ODD_PART > high):
            return text, encoding
    if guess:
        return decode_as(content, guess)
    raise UnreadableError("binary", "no text in any encoding that is known")


def guess_by_statistics(content: bytes) -> tuple[str, str]:
    """Codec and language that charset-normalizer finds likeliest, or two empty texts."""
    from charset_normalizer import from_bytes

    best = from_bytes(content[:SAMPLE_CHARS]).best()
    return (best.encoding, best.language) if best is not None else ("", "")


def decode_western(content: bytes) -> tuple[str, str, int]:
    """The text as cp1252 or Mac Roman, whichever has fewer odd signs; the codec, or empty for neither; their number."""
    best = ("", "", 0)
    for encoding in ("cp1252", "mac_roman"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        odd = len(ODD_IN_WESTERN.findall(text[:SAMPLE_CHARS]))
        if not CONTROLS.search(text[:SAMPLE_CHARS]) and (not best[1] or odd < best[2]):
            best = (text, encoding, odd)
    return best
