from __future__ import annotations

from pipeline.report.proof import certificate_blocks


def test_the_figures_of_all_corpora_stand_in_the_report(given, story, words):
    blocks = certificate_blocks(given.certificate, given.articles, story)
    assert "10 corpora of 2 kinds were simulated" in words(blocks[1])
    assert [[cell[0] for cell in row] for row in blocks[-1]["rows"]] == [
        ["Recovery in words", "0.97", "0.95 to 0.99"],
        ["Corpus_coverage in words", "0.91", "0.89 to 0.93"],
    ]


def test_a_certificate_of_other_documents_says_so(given, story, words):
    said = words(certificate_blocks(given.certificate, given.articles.head(5), story))
    assert "made for other documents" in said
    assert "made for other documents" not in words(certificate_blocks(given.certificate, given.articles, story))


def test_without_a_certificate_it_is_said_how_to_get_one(given, story, words):
    assert "make certify" in words(certificate_blocks(given.certificate.head(0), given.articles, story))
