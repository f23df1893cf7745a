"""The certificate: simulated corpora have the shape that was asked for, and a small one is certified whole."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from pipeline.certify import __main__ as command
from pipeline.certify.generators import DOUBLED, GENERATORS, PERIOD, simulate
from pipeline.certify.judge import Matched, find_truth, judge_findings, match_themes, measure_band
from pipeline.certify.known import known_tables
from pipeline.certify.shape import Shape, measure_evenness, measure_spread, read_shape
from pipeline.certify.sharpness import UNKNOWN, match_sharpness, simulated_evenness
from pipeline.certify.summary import interval, summarize, write_lines
from pipeline.certify.trial import Trial, run_stage, run_trial, run_trials
from pipeline.certify.written import spell, unspell, write_tables
from pipeline.checks import arrange, check, empty
from pipeline.errors import CorpusError
from pipeline.files import read_table

N_THEMES = 4
LAW = 1000.0 / (np.arange(2500) + 8.0)
SHARP = 100.0
QUICK = {"topics": {"n_chains": 6, "least_chains": 2, "n_topics": 10, "n_burn": 60, "n_samples": 4, "n_between": 4}}


@pytest.fixture(scope="module")
def shape():
    rng = np.random.default_rng(3)
    years = np.eye(4)[rng.choice(4, 150, p=[0.05, 0.15, 0.4, 0.4])]
    years[:10] = [0.0, 0.5, 0.5, 0.0]
    years[10] = 0.0
    return Shape(
        rng.integers(40, 160, 150), ["a.txt", "b.txt", "b.txt"] * 50, [2016, 2017, 2020, 2021], years, 1.5, LAW, 0.85
    )


def made_by(kind, shape, number=0):
    return simulate(kind, shape, number=number, n_themes=N_THEMES, sharpness=SHARP, seed=1)


@pytest.mark.parametrize("kind", GENERATORS)
def test_a_simulated_corpus_has_the_shape_and_its_truth(kind, shape):
    planted, own = made_by(kind, shape)
    assert len(planted.texts) == len(planted.shares) == len(planted.year) == len(own.words)
    for shares in (planted.shares, planted.agenda, planted.themes):
        assert np.allclose(shares.sum(axis=1), 1.0)
    assert planted.agenda.shape == (len(own.year_names), N_THEMES)
    dated = planted.year >= 0
    assert (own.years[dated, planted.year[dated]] > 0).all()
    assert not own.years[~dated].any()
    if kind != "stock":
        assert [len(text) for text in planted.texts] == own.words.tolist()
    again, _ = made_by(kind, shape)
    assert all(np.array_equal(one, other) for one, other in zip(planted.texts, again.texts, strict=True))
    assert not np.array_equal(made_by(kind, shape, 1)[0].themes, planted.themes)


def test_a_doubling_lies_between_two_periods_of_their_own(shape):
    for number, low in enumerate(DOUBLED):
        planted, own = made_by("doubling", shape, number)
        sizes = own.years.sum(axis=0)
        assert sizes[0] == sizes[-1] == PERIOD
        assert sizes.sum() == len(shape.words)
        first, last = planted.agenda[[0, -1], planted.doubled]
        assert (first, last) == pytest.approx((low, 2 * low))
        rest = np.delete(planted.agenda, planted.doubled, axis=1)
        assert np.allclose(rest / rest.sum(axis=1, keepdims=True), (rest / rest.sum(axis=1, keepdims=True))[0])


def test_a_shift_changes_the_mix_of_sources_and_no_theme_within_them(shape):
    planted, own = made_by("shift", replace(shape, words=np.tile(shape.words, 40), sources=shape.sources * 40,
                                            years=np.tile(shape.years, (40, 1))))  # fmt: skip
    second = np.array([source == "two" for source in own.sources])
    assert second[planted.year == 0].mean() < 0.3 < 0.7 < second[planted.year == 3].mean()
    for source in (second, ~second):
        parts = [planted.shares[source & (planted.year == year)].mean(axis=0) for year in (1, 2, 3)]
        assert np.ptp(parts, axis=0).max() < 0.06


def test_undated_and_sourceless_shapes_are_simulated_too(shape):
    bare = replace(shape, year_names=[], years=np.zeros((150, 0)))
    for kind in GENERATORS:
        assert len(made_by(kind, bare)[0].texts) > 0
    few = replace(shape, words=shape.words[:3], sources=shape.sources[:3], years=shape.years[:3])
    assert made_by("doubling", few)[1].years.shape == (2 * PERIOD, 2)


def test_words_are_spelled_and_read_back():
    assert [unspell(spell(term)) for term in (0, 7, 2499)] == [0, 7, 2499]
    assert len({spell(term) for term in range(2500)}) == 2500


def test_the_tables_keep_their_contracts(shape):
    planted, own = made_by("stock", shape)
    made = write_tables(planted, own)
    for name, frame in made.items():
        check(name, arrange(name, frame))
    assert read_shape({**made, "article_topics": empty("article_topics"), "topics": empty("topics")}).year_names == [
        2016, 2017, 2020, 2021,
    ]  # fmt: skip
    text, tokens = made["articles"]["text"].iloc[4], made["tokens"]
    own_tokens = tokens[tokens["article_id"] == made["articles"]["article_id"].iloc[4]]
    assert [text[start:end] for start, end in zip(own_tokens["start"], own_tokens["end"], strict=True)] == own_tokens[
        "lemma"
    ].tolist()


@pytest.mark.parametrize("spread", [0.5, 4.0])
def test_how_articles_mix_themes_is_measured(spread):
    shares = np.random.default_rng(0).dirichlet(np.full(4, spread / 4), 4000)
    topics = pd.DataFrame({"topic_id": list("abcd"), "theme_id": list("wxyz")})
    rows = pd.DataFrame(
        {"article_id": np.repeat(np.arange(4000), 4), "topic_id": list("abcd") * 4000, "share": shares.ravel()}
    )
    assert measure_spread(rows, topics) == pytest.approx(spread, rel=0.1)


def test_a_band_is_held_against_what_is_known():
    low, high = np.zeros((2, 2)), np.full((2, 2), 0.5)
    target = np.array([[0.2, 0.7], [0.4, np.nan]])
    found = measure_band(low, high, target, np.array([1.0, 0.0]))
    assert found == {"coverage": pytest.approx(2 / 3), "coverage_small_years": 0.5, "width": 0.5}


def test_the_truth_of_a_year_without_articles_is_not_known(shape):
    planted, own = made_by("lda", shape)
    kept = np.flatnonzero(planted.year == 2)
    truth = find_truth(planted, kept, [2017, 2020], own.year_names)
    assert np.isnan(truth.realised[0]).all()
    assert truth.realised[1] == pytest.approx(planted.shares[kept].mean(axis=0))
    assert np.array_equal(truth.agenda, planted.agenda[[1, 2]])


def perfect(planted):
    """Tables of a model that found the planted themes, each a topic and a theme."""
    names = [f"t{theme}" for theme in range(N_THEMES)]
    rows = [(name, spell(term), weight) for name, row in zip(names, planted.themes, strict=True)
            for term, weight in enumerate(row)]  # fmt: skip
    return {
        "topic_terms": pd.DataFrame(rows, columns=["topic_id", "term", "weight"]),
        "topics": pd.DataFrame({"topic_id": names, "theme_id": names, "share": 0.25}),
        "themes": pd.DataFrame({"theme_id": names, "kind": ["subject"] * (N_THEMES - 1) + ["background"]}),
        "findings": pd.DataFrame({"theme_id": ["t0"], "kind": ["rise"]}),
    }


def test_planted_themes_are_matched_and_background_is_not(shape):
    planted, _ = made_by("lda", shape)
    found = match_themes(planted, perfect(planted))
    assert isinstance(found, Matched)
    assert found.theme_ids == ["t0", "t1", "t2"]
    assert found.planted.tolist() == [0, 1, 2]
    assert found.recovery == 0.75


def test_findings_are_true_or_false(shape):
    planted, _ = made_by("shift", shape)
    tables = perfect(planted)
    none = {**tables, "findings": tables["findings"][:0]}
    known = {"findings": pd.DataFrame({"theme_id": ["p001"], "kind": ["rise"]})}
    assert judge_findings(planted, tables, none) == {"false_finding": 1.0, "known_false_finding": 0.0}
    assert judge_findings(planted, none, known) == {"false_finding": 0.0, "known_false_finding": 1.0}
    rising = replace(planted, doubled=0, agenda=np.full((2, N_THEMES), 0.25))
    first = {"found_from_25_per_cent": 1.0, "known_found_from_25_per_cent": 0.0}
    assert judge_findings(rising, tables, known) == first
    second = {"found_from_25_per_cent": 0.0, "known_found_from_25_per_cent": 1.0}
    assert judge_findings(replace(rising, doubled=1), tables, known) == second


def test_known_shares_keep_their_contracts_and_give_their_years(shape):
    planted, own = made_by("lda", shape)
    written = write_tables(planted, own)
    made = known_tables(planted, written["articles"]["article_id"].tolist())
    for name, frame in made.items():
        check(name, arrange(name, frame))
    yearly = run_stage("prevalence", {**written, **made}, {}, {})["prevalence"]
    whole = yearly[yearly["topic_id"].isna() & (yearly["year"] == 2021)].sort_values("theme_id")
    of_year = own.years[:, 3] / own.years[:, 3].sum()
    assert whole["share"].to_numpy() == pytest.approx(of_year @ planted.shares, abs=0.02)


def test_words_of_sharper_themes_lie_less_evenly(shape):
    found = [simulated_evenness(shape, "lda", sharpness, N_THEMES, 1) for sharpness in (10.0, 60.0, 600.0)]
    assert found[0] < found[1] < found[2] < 1.05


@pytest.mark.parametrize("sharpness", [30.0, 120.0])
def test_the_sharpness_that_a_corpus_was_made_with_is_found(sharpness, shape):
    evenness = simulated_evenness(replace(shape, sources=["a.txt"] * 150), "lda", sharpness, 8, seed=5)
    found = match_sharpness(replace(shape, evenness=evenness), n_themes=8, seed=1)
    assert sharpness / 1.5 < found < sharpness * 1.5


def test_bursts_make_words_of_like_themes_lie_less_evenly(shape):
    plain, bursty = (simulated_evenness(shape, kind, SHARP, N_THEMES, 1) for kind in ("lda", "bursty"))
    assert bursty < plain - 0.03
    asked = replace(shape, evenness=plain)
    assert match_sharpness(asked, kind="bursty", n_themes=N_THEMES, seed=1) > SHARP


def test_a_corpus_too_small_to_tell_has_no_evenness(shape):
    assert np.isnan(measure_evenness(np.array(["a", "b"]), np.array(["x", "y"])))
    assert np.isnan(measure_evenness(np.array([]), np.array([])))
    assert match_sharpness(replace(shape, evenness=float("nan")), n_themes=N_THEMES, seed=1) == UNKNOWN


def test_the_certificate_gives_means_with_their_doubt():
    results = [
        ("lda", {"recovery": 1.0}),
        ("lda", {"recovery": 0.5}),
        ("stock", {"recovery": 0.0, "corpus_width": 0.1}),
    ]
    found = summarize(results).set_index(["generator", "measure"])
    assert found.loc[("all", "recovery"), "value"] == 0.5
    assert found.loc[("lda", "recovery"), "value"] == 0.75
    error = 1.645 * np.std([1.0, 0.5], ddof=1) / np.sqrt(2)
    assert found.loc[("lda", "recovery"), "low"] == pytest.approx(0.75 - error)
    assert found["n"].to_dict()[("all", "corpus_width")] == 1
    lines = write_lines(summarize(results))
    assert lines[0].startswith("planted themes that are recovered: 0.500")
    assert "stock 0.00" in lines[0]


@pytest.mark.parametrize(
    ("values", "signed", "low", "high"),
    [
        ([0.0] * 13, False, 0.0, 0.1349),  # none of 13: not "0 to 0"
        ([1.0] * 6, False, 0.7358, 1.0),
        ([0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0], False, 0.0258, 0.4404),
        ([0.9, 1.0, 0.95, 0.7], False, 0.7793, 0.9957),  # mean and standard error
        ([0.99, 1.0, 0.2, 1.0], False, 0.4698, 1.0),
        ([-0.5, 0.1, 0.1], True, -0.4290, 0.2290),
        ([0.4], False, 0.4, 0.4),
    ],
)
def test_an_interval_over_corpora_stays_within_what_can_be(values, signed, low, high):
    assert interval(np.array(values), signed=signed) == pytest.approx((low, high), abs=1e-3)


def test_a_small_corpus_is_certified_and_what_was_simulated_is_kept(shape, tmp_path):
    trial = Trial("lda", 0, N_THEMES, SHARP, 1, shape, QUICK, tmp_path / "lda.json")
    found = run_trial(trial)
    assert found["recovery"] >= 0.5
    assert found["agenda_coverage"] >= 0.7
    assert found["corpus_width"] < found["agenda_width"] < 0.6
    assert found["chain_width"] < found["corpus_width"]
    trial.kept_in.write_text(json.dumps({"recovery": 0.123}), encoding="ascii")
    assert run_trial(trial) == {"recovery": 0.123}


def test_the_command_writes_the_table_and_names_the_corpus(shape, tmp_path, monkeypatch, capsys):
    planted, own = made_by("lda", shape)
    made = write_tables(planted, own)
    topic = pd.DataFrame(
        {"article_id": made["articles"]["article_id"], "topic_id": "t1", "share": 1.0, "low": 1.0, "high": 1.0}
    )
    tables = {**made, "topics": empty("topics"), "article_topics": topic}
    monkeypatch.setattr(command, "read_table", lambda path: tables[path.stem])
    (tmp_path / "article_topics.parquet").touch()
    monkeypatch.setattr(command, "run_trials", lambda trials, n_jobs: [{"recovery": 1.0} for _ in trials])
    assert command.main(["--made", str(tmp_path), "--corpora", "8", "--jobs", "1"]) == 0
    assert "planted themes that are recovered: 1.000" in capsys.readouterr().out
    monkeypatch.undo()
    written = read_table(tmp_path / "certificate.parquet")
    assert written["n"].max() == 8
    assert set(written["generator"]) == {"all", *GENERATORS}
    assert written[["corpus", "from_year", "to_year"]].drop_duplicates().iloc[0].tolist()[1:] == [2016, 2021]


def test_one_kind_alone_is_told_and_not_written(shape, tmp_path, monkeypatch, capsys):
    planted, own = made_by("lda", shape)
    tables = {**write_tables(planted, own), "topics": empty("topics"), "article_topics": empty("article_topics")}
    rows = tables["articles"]["article_id"]
    tables["article_topics"] = pd.DataFrame(
        {"article_id": rows, "topic_id": "t1", "share": 1.0, "low": 1.0, "high": 1.0}
    )
    monkeypatch.setattr(command, "read_table", lambda path: tables[path.stem])
    (tmp_path / "article_topics.parquet").touch()
    asked = []
    monkeypatch.setattr(
        command, "run_trials", lambda trials, n_jobs: asked.extend(trials) or [{"false_finding": 0.0}] * 5
    )
    assert command.main(["--made", str(tmp_path), "--corpora", "5", "--only", "shift"]) == 0
    assert [(trial.kind, trial.number) for trial in asked] == [("shift", number) for number in range(5)]
    assert "only the mix of sources changed: 0.000 (0.000 to" in capsys.readouterr().out
    assert not (tmp_path / "certificate.parquet").exists()


def test_without_a_run_one_line_says_so(tmp_path, capsys):
    assert command.main(["--made", str(tmp_path)]) == 1
    assert "Run make all first" in capsys.readouterr().err
    with pytest.raises(CorpusError):
        command.certify(tmp_path, None, n_corpora=1, n_jobs=1)


def test_several_at_a_time_give_the_same_in_order(shape, tmp_path):
    """Results that are kept are read, so that processes are all that is tried."""
    trials = [
        Trial("lda", number, N_THEMES, SHARP, 1, shape, QUICK, tmp_path / f"{number}.json") for number in range(3)
    ]
    for trial in trials:
        trial.kept_in.write_text(json.dumps({"recovery": trial.number / 10}), encoding="ascii")
    expected = [{"recovery": trial.number / 10} for trial in trials]
    assert run_trials(trials, 1) == run_trials(trials, 2) == expected
