"""Charts of a run as figures, and the way from their points to articles."""

import pytest
from matplotlib.figure import Figure

from pipeline.charts.roll import ROLL
from pipeline.corpus import Corpus
from pipeline.errors import CorpusError
from pipeline.files import write_table
from pipeline.plots import Plots, pick_points
from pipeline.run import Run
from pipeline.trace import main
from tests.charts.made import made_tables


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    for name, table in made_tables().items():
        write_table(name, table, folder, note={})
    return Run(folder, Corpus(title="Harbour papers"))


@pytest.mark.parametrize("name", [name for name in ROLL if name != "overview"])
def test_every_chart_has_a_method_that_returns_its_figure(run, name):
    figure = getattr(run, f"plot_{name}")()
    assert isinstance(figure, Figure)
    assert figure.alt
    assert f'alt="{figure.alt[:20]}' in figure._repr_html_()


def test_a_theme_may_be_picked_by_a_word_of_its_label(run):
    assert run.chart("prevalence", theme_ids=(run.theme_id("B1"),)).points["theme"].unique().tolist() == ["Theme B1"]
    assert isinstance(run.plot_prevalence(theme="B1"), Figure)


def test_drawing_leaves_the_style_of_others_alone(run):
    import matplotlib

    def style():
        return {key: value for key, value in matplotlib.rcParams.items() if key != "backend"}

    before = style()
    run.plot_heat()
    assert style() == before


def test_what_articles_add_makes_the_plotted_value(run):
    rows = run.trace_point("prevalence", theme="Theme A0", year=2017)
    shares = run.prevalence[run.prevalence["topic_id"].isna()].set_index(["theme_id", "year"])["share"]
    assert rows["share"].sum() == pytest.approx(shares["theme-01", 2017], abs=1e-9)
    assert set(rows["source"]) == {"papers/one.txt"}
    assert (rows["end"] > rows["start"]).all()


def test_what_is_not_in_a_figure_is_told(run):
    with pytest.raises(CorpusError, match="no chart is called 'colours'"):
        run.plot("colours")
    with pytest.raises(CorpusError, match="has no point of 1901"):
        run.trace_point("prevalence", year=1901)
    with pytest.raises(CorpusError, match="has no theme_id to ask for"):
        pick_points(run.chart("coverage").points, {("theme_id",): "x"}, "coverage")
    with pytest.raises(CorpusError, match="is not known"):
        Plots().theme_id("x")


def test_the_command_lists_articles_with_offsets_and_their_sum(run, capsys):
    asked = ["--raw", "raw", "--made", str(run.made), "--figure", "prevalence", "--theme", "A0", "--year", "2016"]
    assert main(asked) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "point     theme_id theme-01, year 2016"
    assert told[1] == "adds up   share 0.444444444444"
    assert "raw/papers/one.txt:0-" in told[3]
    assert main([*asked[:-1], "soon"]) == 1
    assert "is no number" in capsys.readouterr().err
