"""The model: found by its package, or a line that says what to do."""

from __future__ import annotations

import pytest

from pipeline.errors import SettingError
from pipeline.parse.model import load_model, model_folder
from pipeline.parse.workers import model
from pipeline.settings import load_config

CONFIG = load_config("parse", {})


def test_the_model_of_the_settings_is_installed_and_gives_sentences_without_a_parser() -> None:
    nlp = model(CONFIG.model)  # cached for the other tests of this room
    assert "parser" not in nlp.pipe_names
    assert [s.text for s in nlp("Boats sail. Ropes hold.").sents] == ["Boats sail.", "Ropes hold."]


@pytest.mark.parametrize("name", ["no_such_model_xx", "pandas", "../etc", "", "en core", "en_core_web_md; rm -rf /"])
def test_what_is_no_installed_model_is_told_in_one_line(name: str) -> None:
    with pytest.raises(SettingError) as told:
        model_folder(name)
    line = str(told.value)
    assert repr(name) in line
    assert "en_core_web" in line
    assert "\n" not in line


def test_a_broken_model_is_told_in_one_line(tmp_path, monkeypatch) -> None:
    home = tmp_path / "broken_model"
    (home / "_model").mkdir(parents=True)
    (home / "__init__.py").write_text("")
    (home / "_model" / "config.cfg").write_text("[nlp]\nlang = 'xx'\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(SettingError, match=r"broken_model.* cannot be loaded"):
        load_model("broken_model")
