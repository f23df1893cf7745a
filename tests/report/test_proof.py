from __future__ import annotations

from pipeline.report.proof import certificate_blocks


def test_the_figures_of_all_corpora_stand_in_the_report(given, story, words):
    blocks = certificate_blocks(given.certificate, given.articles, story)
    assert "10 corpora of 2 kinds were simulated" in words(blocks[1])
    assert [row[1][0] for row in blocks[-1]["rows"]] == ["97 %", "91 %", "90 %"]
    assert [row[2][0] for row in blocks[-1]["rows"]] == ["95 to 99 %", "89 to 93 %", "88 to 92 %"]


def test_a_certificate_of_other_documents_says_so(given, story, words):
    said = words(certificate_blocks(given.certificate, given.articles.head(5), story))
    assert "made for other documents" in said
    assert "made for other documents" not in words(certificate_blocks(given.certificate, given.articles, story))


def test_without_a_certificate_it_is_said_how_to_get_one(given, story, words):
    assert "make certify" in words(certificate_blocks(given.certificate.head(0), given.articles, story))
