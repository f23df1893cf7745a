"""Figures of seeds are kept by the code that made them."""

import json

from tests.demo import seeds


def test_what_was_measured_is_not_measured_again(tmp_path, monkeypatch):
    runs = []

    def run(*arguments):
        runs.append(arguments)
        return type("Ran", (), {"returncode": 0, "stderr": ""})()

    monkeypatch.setattr(seeds, "make", run)
    monkeypatch.setattr(seeds, "make_demo", lambda seed: {"corpus.toml": b'title = "Quays"\n'})
    monkeypatch.setattr(seeds, "measure", lambda made, truth: {"date": {"year right": 0.5}})
    assert seeds.measure_seeds([3, 4], tmp_path, jobs=2) == [{"date": {"year right": 0.5}}] * 2
    assert seeds.measure_seeds([4], tmp_path, jobs=1) == [{"date": {"year right": 0.5}}]
    assert len(runs) == 2
    monkeypatch.setattr(seeds, "code_hash", lambda corpus: "other")
    seeds.measure_seed(3, tmp_path)
    assert len(runs) == 3
    assert json.loads((tmp_path / "3/figures-other.json").read_text()) == {"date": {"year right": 0.5}}
