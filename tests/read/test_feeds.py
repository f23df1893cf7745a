import pytest

from pipeline.read.faults import UnreadableError
from pipeline.read.feeds import read_xml

EXPORT = """<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<item><title>First &amp; last</title><link>https://a.example/1</link><pubDate>Wed, 09 Apr 2025 21:42:10 +0000</pubDate>
<dc:creator><![CDATA[A. Writer]]></dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>The whole text of it.</p>]]></content:encoded><wp:post_type>post</wp:post_type></item>
<item><title>quay.jpg</title><wp:post_type>attachment</wp:post_type></item>
<item><link>https://a.example/3</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Port</title><entry>
<title type="html">Quay &lt;b&gt;open&lt;/b&gt;</title>
<link rel="self" href="https://a.example/feed"/><link href="https://a.example/2"/>
<published>2020-05-01T10:00:00Z</published>
<author><name>B. Writer</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>
</content></entry></feed>"""


def test_an_export_gives_posts_and_rejects_the_rest():
    text, media_type, encoding, rejects = read_xml(EXPORT.encode())
    assert (media_type, encoding) == ("application/rss+xml", "utf-8")
    assert text == (
        "\x1e\ntitle: First & last\npublished: Wed, 09 Apr 2025 21:42:10 +0000\nurl: https://a.example/1\n"
        "author: A. Writer\n\nThe whole text of it."
    )
    assert [(row, reason) for row, reason, _ in rejects] == [("2", "not_a_post"), ("3", "empty_entry")]


def test_atom_gives_its_own_link_and_time():
    text, media_type, _, _ = read_xml(ATOM.encode())
    assert media_type == "application/atom+xml"
    assert text == (
        "\x1e\ntitle: Quay open\npublished: 2020-05-01T10:00:00Z\nurl: https://a.example/2\nauthor: B. Writer\n\n"
        "One.\n\nTwo."
    )


def test_other_xml_gives_its_text():
    text, media_type, _, _ = read_xml(b"<minutes><item1>Ferry</item1><p>The board met.</p></minutes>")
    assert (text, media_type) == ("Ferry\n\nThe board met.", "application/xml")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<rss><channel><item><title>Cut", "broken_xml"),
        (b"", "broken_xml"),
        (b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>', "xml_entities"),
    ],
)
def test_broken_and_hostile_xml_is_refused(content, reason):
    with pytest.raises(UnreadableError) as caught:
        read_xml(content)
    assert caught.value.reason == reason
