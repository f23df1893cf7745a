"""The page: one file that holds its style, its script and its values, and may fetch nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

HERE = Path(__file__).parent
# One after the other in one closed function: what stands first is used by what follows.
SCRIPTS = ("words", "dom", "store", "places", "frame", "axes", "trend", "plots", "home", "themes", "theme",
           "article", "articles", "names", "money", "search", "sure", "start")  # fmt: skip
STYLES = ("style", "charts")
POLICY = ("default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data:; base-uri 'none'; "
          "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'")  # fmt: skip


def page_bytes(blocks: Iterable[str], *, title: str, language: str, no_script: str, skip: str, loading: str) -> bytes:
    """The page as UTF-8; texts are escaped here, blocks are safe as they come."""
    script = joined(SCRIPTS, "js")
    script = f"(() => {{\n'use strict';\n{script}}})();\n"
    style = joined(STYLES, "css")
    template = Template((HERE / "page.html").read_text(encoding="utf-8"))
    page = template.substitute(
        policy=POLICY.format(script=fingerprint(script), style=fingerprint(style)),
        style=style,
        script=script,
        blocks="\n".join(blocks),
        title=escape(title),
        language=escape(language),
        no_script=escape(no_script),
        skip=escape(skip),
        loading=escape(loading),
    )
    return page.encode("utf-8", "replace")


def joined(names: Iterable[str], kind: str) -> str:
    """The files of that name beside this module, one after the other."""
    return "\n".join((HERE / f"{name}.{kind}").read_text(encoding="utf-8") for name in names)


def fingerprint(text: str) -> str:
    """The source expression by which a content security policy knows an inline script or style (CSP 3, 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
