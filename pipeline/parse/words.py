"""A unit's words, sentences and candidate names, as columns of plain numbers and strings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.parse.units import Paragraph, Unit

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@dataclass
class Parsed:
    """The columns of a unit's tokens and spans; articles by their place in the unit."""

    token_article: list[int] = field(default_factory=list)
    position: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    span_article: list[int] = field(default_factory=list)
    span_start: list[int] = field(default_factory=list)
    span_end: list[int] = field(default_factory=list)
    label: list[str] = field(default_factory=list)


def parse_unit(nlp: Language, unit: Unit, *, batch_size: int, labels: frozenset[str]) -> Parsed:
    """The columns of one unit; spaCy's memory for it is given back (memory zone, spaCy 3.8)."""
    parsed = Parsed()
    article, position, sentence = -1, 0, 0
    with nlp.memory_zone():
        pairs = ((paragraph.text, paragraph) for paragraph in unit.paragraphs)
        for doc, paragraph in nlp.pipe(pairs, as_tuples=True, batch_size=batch_size):
            if paragraph.article != article:
                article, position, sentence = paragraph.article, 0, 0
            position, sentence = add_tokens(parsed, doc, paragraph, position=position, sentence=sentence)
            add_names(parsed, doc, paragraph, labels)
    return parsed


def add_tokens(parsed: Parsed, doc: Doc, paragraph: Paragraph, *, position: int, sentence: int) -> tuple[int, int]:
    """Append a paragraph's words; the position and the sentence that come next."""
    has_words = False
    for token in doc:
        if token.is_sent_start and has_words:
            sentence, has_words = sentence + 1, False
        if token.is_space:
            continue
        has_words = True
        start = paragraph.offset + token.idx
        parsed.token_article.append(paragraph.article)
        parsed.position.append(position)
        parsed.start.append(start)
        parsed.end.append(start + len(token))
        parsed.sentence.append(sentence)
        parsed.lemma.append(token.lemma_ if token.pos_ == "PROPN" else token.lemma_.lower())
        parsed.pos.append(token.pos_)
        position += 1
    return position, sentence + has_words


def add_names(parsed: Parsed, doc: Doc, paragraph: Paragraph, labels: frozenset[str]) -> None:
    """Append a paragraph's candidate names, without space at either end."""
    for name in doc.ents:
        if name.label_ not in labels:
            continue
        text = name.text
        start = paragraph.offset + name.start_char + len(text) - len(text.lstrip())
        end = paragraph.offset + name.end_char - len(text) + len(text.rstrip())
        if start < end:
            parsed.span_article.append(paragraph.article)
            parsed.span_start.append(start)
            parsed.span_end.append(end)
            parsed.label.append(name.label_)
