"""What several tests share: a small bundle of articles in our own words, and whole runs of the flow."""

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent
SUBJECTS = {
    "Ferries": "The ferry timetable gains a winter crossing: schools and the surgery depend on the morning boat.",
    "Dredging": "Silt has narrowed the channel; the dredger will clear the berth before trawlers return to the quay.",
    "Flooding": "High tides overtopped the sea wall and the barrier failed while residents moved sandbags.",
}
MORE = {
    "Ferries": "Passengers on the crossing want cheaper fares, a larger ferry and a timetable that meets the last bus.",
    "Dredging": "Harbour pilots asked for a survey of the channel, since silt and gravel shift at the berth.",
    "Flooding": "Engineers will raise the sea wall; a new barrier and pumps should keep flood water off the parade.",
}
MONTHS = ["January", "March", "May", "July", "September", "November"]


def bundle(n_articles, years, *, dated=True):
    """Articles one after another as title line, date line, body: what a plain scrape looks like."""
    parts = []
    for number in range(n_articles):
        subject = list(SUBJECTS)[number % 3]
        year, month = years[number % len(years)], MONTHS[number % 6]
        title = f"{subject} notice number {number + 1} for the coast"
        date_line = f"{month} {number % 27 + 1}, {year}\n" if dated else ""
        money = f"Marlow Harbour Board set aside £{number + 2} million for it."
        body = f"{SUBJECTS[subject]} {MORE[subject]} {money} {MORE[subject].replace('will', 'must')}"
        parts.append(f"{title}\n{date_line}\n{body}\n\n{SUBJECTS[subject]}\n")
    return "\n\n".join(parts)


def make(*arguments, check=False):
    """A finished make in the project's folder."""
    return subprocess.run(["make", *arguments], cwd=HERE, capture_output=True, text=True, check=check)


def made_files(folder):
    """Bytes of every file below a run's folder, stamps and their times aside."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and "stamps" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """Folder of a whole run on the demonstration corpus."""
    folder = tmp_path_factory.mktemp("demo")
    ran = make(
        "all", "RAW=data/demo/documents", "CORPUS=data/demo/corpus.toml", f"MADE={folder}/made", f"OUT={folder}/out"
    )
    assert ran.returncode == 0, ran.stderr
    return folder
