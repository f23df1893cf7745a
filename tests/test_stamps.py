"""Stamps change when what a stage depends on changes, and not otherwise."""

import os

from pipeline import stamps


def test_documents_count_by_path_and_bytes(tmp_path):
    def now():
        return stamps.raw_hash(tmp_path)

    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    first = now()
    os.utime(tmp_path / "a.txt", (1, 1))
    assert now() == first, "a time is no change"
    (tmp_path / "b.txt").write_text("two", encoding="utf-8")
    both = now()
    assert both != first
    (tmp_path / "b.txt").rename(tmp_path / "c.txt")
    assert now() not in (first, both)
    (tmp_path / "c.txt").unlink()
    assert now() == first, "a removed document is a change back"


def test_a_link_out_of_the_folder_counts_by_its_name_and_is_not_opened(tmp_path):
    raw, outside = tmp_path / "raw", tmp_path / "outside.txt"
    raw.mkdir()
    (raw / "a.txt").write_text("one", encoding="utf-8")
    before = stamps.raw_hash(raw)
    (raw / "link.txt").symlink_to(outside)
    broken = stamps.raw_hash(raw)
    outside.write_text("two", encoding="utf-8")
    linked = stamps.raw_hash(raw)
    outside.write_text("three", encoding="utf-8")
    assert len({before, broken, linked}) == 3
    assert stamps.raw_hash(raw) == linked


def test_corpus_toml_counts_for_the_stages_that_are_handed_the_entry(tmp_path):
    file = tmp_path / "corpus.toml"

    def parts():
        return {stage: stamps.corpus_part(stage, file) for stage in ("read", "date", "topics", "report")}

    file.write_text('title = "One"\n', encoding="utf-8")
    first = parts()
    file.write_text('title = "Two"\n# a comment\n', encoding="utf-8")
    second = parts()
    assert {stage for stage in first if first[stage] != second[stage]} == {"report"}
    file.write_text('title = "Two"\n[settings.date]\nseed = 2\n', encoding="utf-8")
    assert {stage for stage in first if second[stage] != parts()[stage]} == {"date"}


def test_a_broken_corpus_toml_counts_by_its_text(tmp_path):
    file = tmp_path / "corpus.toml"
    file.write_text("title = ", encoding="utf-8")
    assert stamps.corpus_part("read", file) == "title = "


def test_a_stage_counts_its_room_the_house_and_the_locks(monkeypatch, tmp_path):
    house = tmp_path / "pipeline"
    for name in ("date/words.txt", "parse/stage.py", "errors.py", "trace.py", "date/__pycache__/x.pyc"):
        (house / name).parent.mkdir(parents=True, exist_ok=True)
        (house / name).write_text("1", encoding="utf-8")
    lock = tmp_path / "requirements.lock"
    lock.write_text("1", encoding="utf-8")
    monkeypatch.setattr(stamps, "HERE", house)
    monkeypatch.setattr(stamps, "LOCKS", (lock,))

    def changed(path):
        before = {stage: stamps.stage_hash(stage, None) for stage in ("date", "parse")}
        path.write_text(path.read_text(encoding="utf-8") + "2", encoding="utf-8")
        return {stage for stage in before if stamps.stage_hash(stage, None) != before[stage]}

    assert changed(house / "date/words.txt") == {"date"}
    assert changed(house / "parse/stage.py") == {"parse"}
    assert changed(house / "errors.py") == {"date", "parse"}
    assert changed(lock) == {"date", "parse"}
    assert changed(house / "trace.py") == set(), "no stage runs it"
    assert changed(house / "date/__pycache__/x.pyc") == set()


def test_a_stamp_is_rewritten_only_when_it_is_new(tmp_path):
    stamp = tmp_path / "raw"
    stamps.write_stamp(stamp, "a")
    os.utime(stamp, (1, 1))
    stamps.write_stamp(stamp, "a")
    assert stamp.stat().st_mtime == 1
    stamps.write_stamp(stamp, "b")
    assert stamp.read_text(encoding="ascii") == "b"


def test_kept_themes_count_by_their_bytes_and_need_not_be_there(monkeypatch, tmp_path):
    raw, into = tmp_path / "raw", tmp_path / "stamps"
    raw.mkdir()
    file = raw / "kept-themes.csv"

    def now():
        monkeypatch.setattr("sys.argv", ["stamps", "--raw", str(raw), "--kept", str(file), "--into", str(into)])
        assert stamps.main() == 0
        return (into / "kept").read_text(encoding="ascii"), (into / "raw").read_text(encoding="ascii")

    absent = now()
    file.write_text("theme_id", encoding="utf-8")
    there = now()
    assert absent[0] == "" != there[0]
    file.write_text("theme_id,label", encoding="utf-8")
    assert now()[0] not in (absent[0], there[0])
    assert now()[1] == absent[1], "the file of kept themes is no document"
