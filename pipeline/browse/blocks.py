"""Values as blocks of a page: text that no browser takes for anything else, packed where it is large."""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import Any

# What could end a block, open a comment or break a line of a script (HTML, 13.1.2.6; ECMA-262, 12.3).
SIGNS = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
LEVEL = 9


def json_text(value: Any) -> str:
    """`value` as JSON in which no sign of markup stands; half a surrogate pair is written as its number too."""
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return SIGNS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", said)


def block(name: str, value: Any, *, plain_kb: int) -> str:
    """`value` as a block that the page's script finds by `name`: as JSON, or packed where that is larger."""
    said = json_text(value)
    if len(said) <= plain_kb * 1000:
        return f'<script type="application/json" id="{name}">{said}</script>'
    packed = base64.b64encode(zlib.compress(said.encode("utf-8"), LEVEL)).decode("ascii")
    return f'<script type="application/x-packed" id="{name}">{packed}</script>'
