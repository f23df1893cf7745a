"""corpus.toml: what it may say, and how its faults are told."""

import datetime as dt
import re
from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.corpus import READERS, Corpus, Publish, parse_corpus
from pipeline.errors import CorpusError
from pipeline.stages import STAGES

ROOMS = Path(__file__).parent.parent / "pipeline"


def test_an_empty_file_describes_nothing():
    assert parse_corpus("", where="corpus.toml") == Corpus()


def test_every_entry_is_read():
    corpus = parse_corpus(
        """
        title = "Harbours"
        demonstration = true
        period = [2016, 2025]
        currency = "GBP"
        calendar = "uk"
        no_bodies = ["The Tide"]
        no_people = ["Morning Tide"]
        columns = { text = "body" }
        [[offices]]
        role = "Chair"
        name = "Ada Quill"
        from = 2017-04-01
        [[events]]
        name = "The Tide Act"
        from = 2018-05-02
        [[bodies]]
        name = "Harbour Board"
        aliases = ["HB"]
        [[people]]
        name = "Ada Quill"
        aliases = ["Quill"]
        [[distinct]]
        names = ["HB", "Hill Bank"]
        [[themes]]
        label = "Dredging"
        terms = ["silt"]
        [publish]
        people = "roles"
        excerpts = false
        [settings.topics]
        n_chains = 4
        """,
        where="corpus.toml",
    )
    assert {f.name for f in fields(Corpus)} == set(READERS)
    assert corpus.period == (2016, 2025)
    assert corpus.offices[0].start == dt.date(2017, 4, 1)
    assert corpus.offices[0].end is None
    assert corpus.events[0].words == ("The Tide Act",), "an event without words is named by its name"
    assert corpus.publish == Publish(people="roles", excerpts=False)
    assert corpus.settings["topics"] == {"n_chains": 4}


def test_all_faults_are_told_at_once():
    text = """
    title = 7
    perod = [2016, 2025]
    period = [2025, 2016]
    currency = "pounds"
    [[offices]]
    role = "Chair"
    name = "Ada Quill"
    from = "2017-04-01"
    [[offices]]
    role = "Chair"
    from = 2018-04-01
    to = 2017-04-01
    """
    with pytest.raises(CorpusError) as caught:
        parse_corpus(text, where="corpus.toml")
    message = str(caught.value)
    assert "\n" not in message
    for part in ("corpus.toml: 7 faults", "title", "'perod' is not known", "period", "currency", "offices[1].from",
                 "offices[2].name is missing", "offices[2] ends on 2017-04-01"):  # fmt: skip
        assert part in message


@pytest.mark.parametrize(("text", "told"), [
    ('[publish]\npeople = "nobody"', "publish.people is 'nobody' (want 'names', 'roles', 'none')"),
    ("[publish]\nexcerpts = 1", "publish.excerpts is 1 (want true or false)"),
    ("[publish]\npictures = true", "publish.pictures is not known (want people, excerpts)"),
    ('publish = "all"', "publish is 'all' (want a table, such as [publish])"),
    ('people = "none"', "how people are shown stands under [publish]"),
])  # fmt: skip
def test_what_is_published_is_no_guess(text, told):
    with pytest.raises(CorpusError) as caught:
        parse_corpus(text, where="corpus.toml")
    assert told in str(caught.value)


def test_broken_toml_is_one_line_with_its_place():
    with pytest.raises(CorpusError, match=r"corpus.toml: 1 fault. .*line 2, column 1\d.* Mend its TOML, then make."):
        parse_corpus('title = "T"\nperiod = [2016,, 2025]', where="corpus.toml")


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_handed_what_its_room_reads_and_nothing_else(stage):
    """A field that a room reads without being marked for it would always look empty there."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOMS / stage).glob("*.py")))
    read = set(re.findall(r"\bcorpus\.([a-z_]+)", source)) & {f.name for f in fields(Corpus)}
    marked = {f.name for f in fields(Corpus) if stage in f.metadata["stages"]}
    assert read <= marked
    assert marked <= read, f"{stage} is rebuilt for entries that it never reads"


def test_settings_of_another_stage_are_not_handed_on():
    corpus = Corpus(title="T", settings={"topics": {"seed": 2}, "date": {"x": 1}})
    assert corpus.for_stage("topics") == Corpus(settings={"topics": {"seed": 2}})
