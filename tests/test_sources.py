"""Sources of a cell: parted, addresses told from words, named in one way, and links built in one place."""

import pytest

from audit_core.wording.sources import is_address, sources
from pages import _parts


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.a.de/b?c=1", "a.de/b"),
        ("HTTP://Example.org", "example.org"),
        ("https://a.de/?p=7", "a.de/p=7"),
        ("https://a.de:8443/x", "a.de/x"),
        ("https://bank.de@b.de/x", "b.de/x"),
        ("https://müller.de/a", "müller.de/a"),
        ("https://www.xn--mller-kva.de/a", "müller.de/a"),
        ("https://xn--a.de/", "xn--a.de"),
        ("https://www./", "www."),
        ("https://a.de/f%C3%BCr", "a.de/für"),
        ("https://a.de/%FF", "a.de/%FF"),
        ("https://a.de/%E2%80%AEx", "a.de/%E2%80%AEx"),
        ("https://www.kreis.de/news/news_lang.php?ArtNr=227321", "kreis.de/…/news_lang.php"),
        ("https://www.zeitung.de/a/sehr-langer-name-id12.html", "zeitung.de/…er-name-id12.html"),
        ("https://a.de/17-zeichen-genau1", "a.de/17-zeichen-genau1"),
        ("https://a.de/18-zeichen-genau12", "a.de/…8-zeichen-genau12"),
    ],
)
def test_an_address_is_named_by_its_readable_host_and_the_end_of_its_path(address: str, name: str) -> None:
    assert is_address(address)
    assert sources(address) == ((name, address),)


@pytest.mark.parametrize(
    "words",
    [
        "Vorlage 7", "javascript:alert(1)", "JavaScript://a.de/%0aalert(1)", "data:text/html,<script>alert(1)</script>",
        "https://x.de siehe Seite 4", "https://x.de/\u00a0Seite", "https://x.de/\u200bSeite", "https://x.de/a\tb",
        "siehe https://x.de", "ftp://x.de/a", "//x.de/a", "www.x.de", "http://", "https:///a", "http://[kaputt",
        "mailto:a@x.de",
    ],
)  # fmt: skip
def test_what_is_not_an_address_of_the_web_stays_text(words: str) -> None:
    assert not is_address(words)
    assert sources(words) == ((words, ""),)


def test_a_cell_is_parted_at_the_bar_between_spaces_and_says_each_source_once() -> None:
    cell = " Vorlage 7 | https://a.de/x|y |  | Vorlage 7 | https://b.de "
    assert sources(cell) == (("Vorlage 7", ""), ("a.de/x|y", "https://a.de/x|y"), ("b.de", "https://b.de"))
    assert sources("") == sources(" | ") == ()


def test_only_addresses_are_links_they_open_apart_and_every_sign_is_escaped() -> None:
    found = sources('<b>V</b> | https://www.a.de/x?y="z"&u=1 | javascript:alert(1) | https://x.de siehe Seite 4')
    assert _parts.links(found) == (
        '&lt;b&gt;V&lt;/b&gt;, <a href="https://www.a.de/x?y=&quot;z&quot;&amp;u=1" target="_blank" '
        'rel="noopener noreferrer">a.de/<wbr>x</a>, javascript:alert(1), https://x.de siehe Seite 4'
    )
    assert _parts.links((("A", ""), ("B", "")), "<br>") == "A<br>B"
    assert _parts.links(()) == ""
