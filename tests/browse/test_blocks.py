from __future__ import annotations

import base64
import json
import re
import zlib

from hypothesis import given
from hypothesis import strategies as st

from pipeline.browse.blocks import block, json_text


@given(st.text(st.characters()))
def test_no_text_ends_a_block_and_all_of_it_is_kept(said):
    text = json_text([said])
    assert not re.search("[<>&\u2028\u2029]", text)
    text.encode("utf-8")  # lone surrogates are written as numbers
    assert json.loads(text) == [said]


def test_markup_is_no_markup():
    assert json_text("</script><!--") == r'"\u003c/script\u003e\u003c!--"'


def test_a_large_value_is_packed_and_comes_back():
    value = {"said": "tide " * 1000}
    packed = block("core", value, plain_kb=1)
    inner = re.fullmatch(r'<script type="application/x-packed" id="core">([A-Za-z0-9+/=]+)</script>', packed)[1]
    assert json.loads(zlib.decompress(base64.b64decode(inner))) == value
    assert 'type="application/json"' in block("core", value, plain_kb=10)
