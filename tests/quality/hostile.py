"""python -m tests.quality.hostile [--only WORD]: what comes of hostile input, its seconds and memory.

Each case is made in a folder of its own, beside one ordinary file, and goes through read, segment and date in a process
of its own. Prints the reason of the reject, or how many articles were found and whether each still is its spans of the
text; processor seconds; and the process's largest size in MiB (170 of which are the libraries). Issue 3, acceptance 6.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.conftest import HERE

ORDINARY = "Ferry times\n4 May 2020\n\nThe morning boat leaves the quay at eight, and the warden keeps the gate.\n"
PROSE = "Ünder the pier the crew of the café boat mends nets — for £30 a day, says Zoë.\n" * 40
MOST_SECONDS = 600
MAIN_PART = "word/document.xml"
PARAGRAPH = "<w:p><w:r><w:t>quay</w:t></w:r></w:p>"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def encoded(encoding: str, text: str = PROSE) -> Callable[[Path], None]:
    """What writes prose in an encoding."""
    return lambda raw: write(raw / "prose.txt", text.encode(encoding, "replace"))


def write(path: Path, content: bytes) -> None:
    """Write a file."""
    path.write_bytes(content)


def write_zip(raw: Path, main: str) -> None:
    """A Word document with a main part that unpacks to a thousand times its size."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(MAIN_PART, main)
    write(raw / "minutes.docx", packed.getvalue())


def write_link(raw: Path) -> None:
    """A link to a file outside the raw folder."""
    outside = raw.parent / "outside.txt"
    outside.write_text("Not for the report.\n", encoding="utf-8")
    (raw / "link.txt").symlink_to(outside)


def entity_bomb() -> str:
    """Entities that grow tenfold at each of nine levels."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "quay">{levels}]><rss><item>&e9;</item></rss>'


def feed(n: int) -> str:
    """A feed of n short entries that share their stock words."""
    entry = (
        "<item><title>Notice {0} from the quay</title><pubDate>{1} Mar 20{2} 09:00:00 +0000</pubDate>"
        "<link>https://quay.example/{0}</link><description>The wardens of berth {0} close the slipway for {1} days."
        "</description></item>"
    )
    entries = "".join(entry.format(k, 1 + k % 28, 10 + k % 10) for k in range(n))
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{entries}</channel></rss>'


def nested(depth: int) -> str:
    """A page with one paragraph at a depth and one behind it."""
    return f"<html><body>{'<div>' * depth}<p>{ORDINARY}</p>{'</div>' * depth}<p>The last word.</p></body></html>"


CASES: dict[str, Callable[[Path], None]] = {
    **{f"encoding {name}": encoded(name) for name in ("utf-8-sig", "utf-16", "utf-32", "cp1252", "mac-roman")},
    "encoding koi8-r": encoded("koi8-r", "На причале чинят сети, и смотритель пишет о сборах.\n" * 40),
    "encoding shift-jis": encoded("shift-jis", "港の桟橋で漁網を直している。\n" * 40),
    "UTF-8 with broken bytes": lambda raw: write(raw / "a.txt", PROSE.encode() + b"\xff\xfe\x80 end\n"),
    "XML cut short": lambda raw: write(raw / "a.xml", feed(50).encode()[:4000]),
    "XML entity bomb": lambda raw: write(raw / "a.xml", entity_bomb().encode()),
    "XML 100,000 levels deep": lambda raw: write(raw / "a.xml", b"<?xml version='1.0'?>" + b"<a>" * 100_000),
    "zip bomb in .docx": lambda raw: write_zip(raw, WORD + PARAGRAPH * 4_000_000 + "</w:body></w:document>"),
    "gzip bomb": lambda raw: write(raw / "a.txt.gz", gzip.compress(bytes(10**6) * 300)),
    "200 MB on one line": lambda raw: write(raw / "a.txt", b"quay and pier " * (200 * 2**20 // 14)),
    "60 MB on one line": lambda raw: write(raw / "a.txt", b"quay and pier " * (60 * 2**20 // 14)),
    "a million short lines": lambda raw: write(raw / "a.txt", b"quay\n" * 1_000_001),
    **{f"HTML {n:,} levels deep": (lambda raw, n=n: write(raw / "a.html", nested(n).encode())) for n in (300, 100_000)},
    "HTML with NUL bytes": lambda raw: write(raw / "a.html", nested(3).encode().replace(b"boat", b"bo\x00at")),
    "text with NUL bytes": lambda raw: write(raw / "a.txt", PROSE.encode().replace(b"crew", b"cr\x00ew")),
    "a link out of the folder": write_link,
    "a name with a line end": lambda raw: write(raw / "two\nlines.txt", PROSE.encode()),
    "a name that is not UTF-8": lambda raw: write(Path(os.fsdecode(os.fsencode(raw) + b"/\xff.txt")), PROSE.encode()),
    "a pipe": lambda raw: os.mkfifo(raw / "pipe.txt"),
    "a feed of 30,000 entries": lambda raw: write(raw / "a.xml", feed(30_000).encode()),
    "a feed of 300,000 entries": lambda raw: write(raw / "a.xml", feed(300_000).encode()),
}


def run_case(name: str, *, stages: int) -> tuple[str, float, float]:
    """Outcome, seconds and MiB of one case."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw"
        raw.mkdir()
        (raw / "ordinary.txt").write_text(ORDINARY, encoding="utf-8")
        CASES[name](raw)
        command = [sys.executable, "-m", "tests.quality.hostile", "--run", str(raw), "--stages", str(stages)]
        try:
            ran = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=MOST_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return f"NOT DONE in {MOST_SECONDS} s", float(MOST_SECONDS), 0.0
    if ran.returncode:
        return f"CRASH: {ran.stderr.strip().splitlines()[-1:]}", 0.0, 0.0
    told: tuple[str, float, float] = tuple(json.loads(ran.stdout.splitlines()[-1]))
    return told


def run(raw: Path, *, stages: int) -> tuple[str, float, float]:
    """Outcome, seconds and MiB of a folder in this process."""
    from pipeline.offsets import kept_text
    from tests.quality.rooms import dated, segmented

    began = time.process_time()
    found = segmented(raw)
    if stages > 2:
        dated(found.segments)
    texts = dict(zip(found.documents["document_id"], found.documents["text"], strict=True))
    true = all(kept_text(texts[row.document_id], row.spans) == row.text for row in found.segments.itertuples())
    sources = found.documents.loc[found.documents["source"] != "ordinary.txt"]
    articles = int((found.segments["source"] != "ordinary.txt").sum())
    reasons = ", ".join(sorted(set(found.unread["reason"])))
    read = f"{articles:,} articles, {sources['encoding'].iloc[0]}" if len(sources) else "nothing read"
    outcome = "; ".join(filter(None, [f"reject: {reasons}" if reasons else "", read, "" if true else "OFFSETS WRONG"]))
    return outcome, time.process_time() - began, largest_size()


def largest_size() -> float:
    """This process's largest size in MiB; the operating system's own figure would count its parent's too."""
    status = Path("/proc/self/status")
    if status.is_file():
        (kilobytes,) = (line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(kilobytes) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Print a line a case; exit status 1 where one crashed, took too long or has a wrong offset."""
    asked = argparse.ArgumentParser(prog="python -m tests.quality.hostile", description=__doc__)
    asked.add_argument("--only", default="", help="the cases whose name holds this")
    asked.add_argument("--stages", type=int, default=3, choices=(2, 3), help="3 with date, 2 without")
    asked.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.run:
        print(json.dumps(run(given.run, stages=given.stages)))
        return 0
    is_bad = False
    print(f"{'case':<28}{'s':>7}{'MiB':>7}  outcome")
    for name in CASES:
        if given.only in name:
            outcome, seconds, size = run_case(name, stages=given.stages)
            is_bad |= any(word in outcome for word in ("CRASH", "NOT DONE", "WRONG"))
            print(f"{name:<28}{seconds:>7.1f}{size:>7.0f}  {outcome}", flush=True)
    return int(is_bad)


if __name__ == "__main__":
    sys.exit(main())
