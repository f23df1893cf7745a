"""A browser without a window for the tests of the page: found on the machine, cut off from any network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


def find_chromium() -> str | None:
    """Path of a Chromium: the one that CHROMIUM names, or the first that is found."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def open_browser() -> Iterator[Any]:
    """A browser, closed afterwards."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=find_chromium(), args=QUIET)
        yield browser
        browser.close()


class View:
    """A page that was opened: what went wrong in it, and how to go on."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: self.watch(asked.url))

    def watch(self, url: str) -> None:
        """Note any request but that for the file itself."""
        if not url.startswith(("file://", "data:", "blob:")):
            self.faults.append(f"asked for {url}")

    def goto(self, address: str) -> None:
        """Open a view by its address and wait until it is drawn."""
        self.page.evaluate("(address) => { location.hash = address; }", address)
        self.page.wait_for_timeout(60)
        self.page.wait_for_selector("h1")

    def overflow(self) -> int:
        """Pixels by which the page is wider than its window."""
        wider: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return wider

    def press_to(self, selector: str, *, most: int = 200) -> str:
        """Press Tab until an element that fits has the focus; its text."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
                return str(self.page.evaluate("document.activeElement.textContent"))
        raise AssertionError(f"Tab never came to {selector}")


@contextmanager
def opened(browser: Any, page: str, *, width: int = 1280, height: int = 900, scheme: str = "light") -> Iterator[View]:
    """The page in a window of its own, off the network; it must ask for nothing but itself."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "index.html"
        path.write_text(page, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", offline=True
        )
        tab = context.new_page()
        tab.set_default_timeout(8000)
        view = View(tab)
        tab.goto(path.as_uri())
        tab.wait_for_selector("html[data-ready]", state="attached")
        yield view
        context.close()
        assert [fault for fault in view.faults if fault.startswith("asked for")] == []
