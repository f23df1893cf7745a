"""The files of the demonstration corpus, what each holds, and the calendar that they follow."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

COMMITTEES = (
    "Works Committee",
    "Ports and Pilotage Committee",
    "Coastal Towns Committee",
    "Finance and Standards Committee",
)

EVENTS = (
    ("Seaboard Settlement", dt.date(2016, 12, 14)),
    ("Harbours Bill", dt.date(2017, 6, 27)),
    ("Seaboard Settlement", dt.date(2017, 12, 13)),
    ("Seaboard Settlement", dt.date(2019, 12, 18)),
    ("Seaboard Settlement", dt.date(2020, 12, 16)),
    ("Coastal Resilience White Paper", dt.date(2021, 5, 12)),
    ("Seaboard Settlement", dt.date(2021, 12, 15)),
    ("Seaboard Settlement", dt.date(2022, 12, 14)),
    ("Seaboard Settlement", dt.date(2024, 12, 18)),
)
LETTERS = {
    "white-paper-response.txt": "Coastal Resilience White Paper",
    "harbour-dues-response.pdf": "Harbour Dues Order",
}
CONFERENCES = {
    2016: (dt.date(2016, 9, 21), dt.date(2016, 9, 23)),
    2017: (dt.date(2017, 9, 20), dt.date(2017, 9, 22)),
    2019: (dt.date(2019, 9, 18), dt.date(2019, 9, 20)),
    2020: (dt.date(2020, 9, 23), dt.date(2020, 9, 25)),
    2021: (dt.date(2021, 9, 22), dt.date(2021, 9, 24)),
    2022: (dt.date(2022, 9, 21), dt.date(2022, 9, 23)),
    2024: (dt.date(2024, 9, 18), dt.date(2024, 9, 20)),
}


@dataclass(frozen=True)
class Outlet:
    """One file of documents: who publishes it, from when to when, and how many articles of each kind it holds."""

    source: str
    outlet: str
    start: dt.date
    end: dt.date
    counts: dict[str, int]
    n_batches: int = 0
    n_reposts: int = 0
    place: str = ""


PAGES = (
    ("pages/2016-11-channel-notes.html", "paper", dt.date(2016, 11, 8)),
    ("pages/2024-05-pier-notes.html", "paper", dt.date(2024, 5, 14)),
    ("pages/2024-10-union-statement.html", "union", dt.date(2024, 10, 2)),
    ("pages/2025-02-quay-notes.html", "paper", dt.date(2025, 2, 20)),
    ("pages/2025-06-union-statement.html", "union", dt.date(2025, 6, 11)),
    ("pages/2025-09-harbour-notes.html", "paper", dt.date(2025, 9, 3)),
)
MINUTES = (
    ("minutes/2020-11-northern-seaboard.docx", "region", dt.date(2020, 11, 12), "Northern Seaboard"),
    ("minutes/2022-06-works-committee.docx", "digest", dt.date(2022, 6, 9), "Works Committee"),
)

OUTLETS = (
    Outlet(
        "uhst-news-2016-2017.txt",
        "union",
        dt.date(2016, 1, 12),
        dt.date(2017, 12, 21),
        {"statement": 24, "notice": 4, "column": 4},
        n_batches=4,
        n_reposts=3,
    ),
    Outlet(
        "uhst-news-2019-2022.txt",
        "union",
        dt.date(2019, 1, 8),
        dt.date(2022, 12, 16),
        {"statement": 36, "notice": 5, "column": 6},
        n_batches=3,
        n_reposts=3,
    ),
    Outlet(
        "uhst-news-2024-2025.txt",
        "union",
        dt.date(2024, 1, 15),
        dt.date(2025, 11, 6),
        {"statement": 22, "notice": 3, "column": 3},
        n_batches=2,
        n_reposts=1,
    ),
    Outlet("mole-and-jetty.txt", "paper", dt.date(2019, 1, 10), dt.date(2025, 11, 20), {"news": 58}),
    Outlet("mole-and-jetty-archive.xml", "paper", dt.date(2016, 1, 14), dt.date(2021, 3, 31), {"news": 30}),
    Outlet("press-office-export.csv", "union", dt.date(2016, 2, 4), dt.date(2025, 10, 28), {"statement": 48}),
    Outlet("white-paper-response.txt", "union", dt.date(2021, 7, 22), dt.date(2021, 7, 22), {"letter": 1}),
    Outlet("harbour-dues-response.pdf", "union", dt.date(2024, 3, 14), dt.date(2024, 3, 14), {"letter": 1}),
    Outlet("conference-speech.txt", "union", dt.date(2022, 9, 21), dt.date(2022, 9, 21), {"speech": 1}),
    *(
        Outlet(source, outlet, day, day, {"news" if outlet == "paper" else "statement": 1})
        for source, outlet, day in PAGES
    ),
    *(Outlet(source, "union", day, day, {kind: 1}, place=place) for source, kind, day, place in MINUTES),
)
