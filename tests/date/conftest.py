import pandas as pd
import pytest

from pipeline.checks import arrange


@pytest.fixture
def segments_of():
    """A maker of the table `segments` from (document, title, text) or (document, title, text, published) rows."""

    def make(rows):
        count = {}
        records = []
        for document, title, text, *rest in rows:
            place = count[document] = count.get(document, 0) + 1
            published = rest[0] if rest else None
            records.append(
                {
                    "article_id": f"{document}:{place:04d}",
                    "document_id": document,
                    "source": f"{document}.txt",
                    "start": place * 10_000,
                    "end": place * 10_000 + len(text),
                    "title": title,
                    "url": None,
                    "author": None,
                    "published": published,
                    "spans": [[place * 10_000, place * 10_000 + len(text)]],
                    "text": text,
                    "n_words": len(text.split()),
                    "duplicate_of": rest[1] if len(rest) > 1 else None,
                }
            )
        columns = ["article_id", "document_id", "source", "start", "end", "title", "url", "author", "published"]
        columns += ["spans", "text", "n_words", "duplicate_of"]
        return arrange("segments", pd.DataFrame(records, columns=columns))

    return make
