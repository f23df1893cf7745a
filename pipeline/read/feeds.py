"""The entries of RSS, Atom and WordPress export files as items; the text of any other XML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.read.faults import PARSER_FAULTS, UnreadableError
from pipeline.read.html import fragment_text, trim_lines
from pipeline.read.items import Item, items_text

# Local names of the elements that carry each part, in the order in which they are preferred: RSS, Atom, Dublin Core.
BODIES = ("encoded", "content", "description", "summary")
TIMES = ("pubDate", "published", "date", "updated", "post_date_gmt")
AUTHORS = ("creator", "author")
ENTRIES = ("item", "entry")
# What a WordPress export holds beside posts and pages: pictures, menu entries, style sheets, old versions.
POST_TYPES = ("post", "page", "")
ENTITY_DECLARATION = re.compile(rb"<!ENTITY", re.IGNORECASE)
Rejects = tuple[tuple[str, str, str], ...]


def read_xml(content: bytes) -> tuple[str, str, str, Rejects]:
    """Text, media type, encoding and rejected entries. Raises UnreadableError for broken or hostile XML."""
    # XML states its entities in its head; in UTF-16 every second byte is NUL
    if ENTITY_DECLARATION.search(content.replace(b"\x00", b"")[:100_000]):
        raise UnreadableError("xml_entities", "declares entities of its own, which can grow without bound")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, *PARSER_FAULTS) as fault:
        raise UnreadableError("broken_xml", f"not whole or not well formed ({fault})") from fault
    encoding = (root.getroottree().docinfo.encoding or "utf-8").lower()
    entries = [node for node in root.iter("{*}item", "{*}entry") if local(node) in ENTRIES]
    if not entries:
        return plain_xml(root), "application/xml", encoding, ()
    media_type = "application/atom+xml" if local(entries[0]) == "entry" else "application/rss+xml"
    kept, rejects = [], []
    for number, entry in enumerate(entries, 1):
        kind, item = child_text(entry, ("post_type",)), entry_item(entry)
        if kind not in POST_TYPES:
            rejects.append((str(number), "not_a_post", f"{kind}: {item.title}"))
        elif not (item.title or item.body):
            rejects.append((str(number), "empty_entry", item.url))
        else:
            kept.append(item)
    return items_text(kept), media_type, encoding, tuple(rejects)


def local(node: etree._Element) -> str:
    """An element's name without its namespace; empty for comments."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def entry_item(entry: etree._Element) -> Item:
    """One entry of a feed as an item: the longest of its bodies counts, the times as stated."""
    bodies = [fragment_text(inner_text(node)) for name in BODIES for node in children(entry, (name,))]
    return Item(
        body=max(bodies, key=len, default=""),
        title=fragment_text(child_text(entry, ("title",))),
        published=child_text(entry, TIMES),
        url=entry_link(entry),
        author=child_text(entry, AUTHORS),
    )


def children(entry: etree._Element, names: tuple[str, ...]) -> Iterator[etree._Element]:
    """Direct children by local name, in the order of `names`."""
    for name in names:
        yield from (node for node in entry if local(node) == name)


def child_text(entry: etree._Element, names: tuple[str, ...]) -> str:
    """The text of the first such child that has any."""
    return next((text for node in children(entry, names) if (text := inner_text(node).strip())), "")


def inner_text(node: etree._Element) -> str:
    """All text within an element; the markup of inline XHTML (Atom) is kept for fragment_text."""
    if len(node) and node.get("type") == "xhtml":
        return "".join(etree.tostring(child, encoding="unicode") for child in node)
    return "".join(node.itertext())


def entry_link(entry: etree._Element) -> str:
    """The address of the entry itself: RSS link, or Atom's link with rel=alternate or none."""
    for node in children(entry, ("link",)):
        if node.get("rel", "alternate") == "alternate":
            address = (node.text or "").strip() or node.get("href", "").strip()
            if address:
                return address
    return ""


def plain_xml(root: etree._Element) -> str:
    """The text of any other XML, an empty line between elements that hold text."""
    return trim_lines("\n\n".join(text for text in root.itertext() if isinstance(text, str) and text.strip()))
