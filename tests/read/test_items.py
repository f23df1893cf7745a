import pytest

from pipeline.read.items import Item, item_text, items_text


def test_an_item_is_separator_header_empty_line_body():
    item = Item("One.\r\nTwo.", title="The\nquay", published="2020-05-01", author=" A. Writer ")
    assert item_text(item) == "\x1e\ntitle: The quay\npublished: 2020-05-01\nauthor: A. Writer\n\nOne.\nTwo."


@pytest.mark.parametrize("foreign", ["\x1e", "\x00", "\x0b"])
def test_nothing_in_a_body_can_begin_another_item(foreign):
    text = items_text([Item(f"One{foreign}two", title=f"A{foreign}b"), Item("Three")])
    assert text.count("\x1e") == 2
    assert "\x00" not in text
