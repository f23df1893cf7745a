"""Progress: a bar on a terminal, nothing anywhere else; the items pass through untouched."""

import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from pipeline.progress import follow

HERE = Path(__file__).parent.parent
SLOW = """
from time import sleep
from pipeline import progress
progress.QUIET_SECONDS = 0.1
for number in progress.follow(range(12), "date: articles", total=12):
    sleep(0.05)
"""


def on_terminal(**environment):
    """What the slow loop writes to a terminal."""
    screen, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (24, 80))
    clean = {key: value for key, value in os.environ.items() if key != "CI"}
    subprocess.run([sys.executable, "-c", SLOW], cwd=HERE, stderr=terminal, env={**clean, **environment}, check=True)
    os.close(terminal)
    written = b""
    try:
        while part := os.read(screen, 4096):
            written += part
    except OSError:
        pass  # the terminal's end
    os.close(screen)
    return written.decode()


def test_a_terminal_shows_what_is_counted_and_the_time_left():
    shown = on_terminal()
    assert "date: articles" in shown
    assert " of 12" in shown
    assert "left" in shown


def test_ci_is_quiet():
    assert on_terminal(CI="true") == ""


def test_a_pipe_is_quiet():
    ran = subprocess.run([sys.executable, "-c", SLOW], cwd=HERE, capture_output=True, check=True)
    assert ran.stderr == b""


@pytest.mark.parametrize("items", [[], [3, 1, 2], "text"])
def test_the_items_are_the_same(items):
    assert list(follow(items, "read: files", total=len(items))) == list(items)
