"""What the file of slides says, read as a document: its slides with their rows, bars, columns and tables."""

import re
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from audit_core.terms import SHOWN_ORDER, STATUS

BY_WORD = {STATUS[code].label: code for code in SHOWN_ORDER}


def said(node: HtmlElement) -> str:
    """The text of an element in one line, as a reader sees it."""
    return re.sub(r"\s+", " ", node.text_content().replace("\u00ad", "").replace("\xa0", " ")).strip()


def counts(text: str) -> dict[str, int]:
    """`2 umgesetzt, 1 in Umsetzung` as counts by code."""
    found = re.findall(r"([\d.]+) ([^,.]+)", text)
    return {BY_WORD[word.strip()]: int(n.replace(".", "")) for n, word in found}


@dataclass(frozen=True)
class Shown:
    """One slide of the file."""

    word: str
    node: HtmlElement

    def all(self, name: str) -> list[HtmlElement]:
        return list(self.node.find_class(name))

    def texts(self, name: str) -> list[str]:
        return [said(node) for node in self.all(name)]

    @property
    def title(self) -> str:
        return said(self.node.find(".//h1"))

    @property
    def statuses(self) -> dict[str, int]:
        """The counts of its status bar: of its words where they stand in it, else of the key."""
        boxes = [node.get("aria-label") for node in self.all("slide-box") if node.get("aria-label")]
        return counts(boxes[0].partition(": ")[2] if boxes else ", ".join(said(n) for n in self.node.xpath(KEY)))

    @property
    def bars(self) -> list[tuple[str, str, str]]:
        """Rows of bars: name, what the bar says, what stands right of it."""
        rows = (list(row) for row in self.node.xpath('.//ul[@class="slide-lying"]/li'))
        return [(said(name), bar.get("aria-label") or "", said(right)) for name, bar, right in rows]

    @property
    def rows(self) -> list[dict[str, str]]:
        """Rows by the names of their parts."""
        return [
            {part.get("class").removeprefix("slide-"): said(part) for part in row.xpath('.//*[@class]') if
             (part.get("class") or "").startswith("slide-")}
            for row in self.all("slide-row")
        ]  # fmt: skip

    @property
    def facts(self) -> dict[str, str]:
        return {said(row[0]): said(row[1]) for row in self.node.xpath('.//dl[@class="slide-facts"]/div')}

    @property
    def table(self) -> list[list[str]]:
        return [[said(cell) for cell in row] for row in self.node.iter("tr")]


KEY = './/ul[@class="slide-key"]/li'


def slides(data: bytes) -> dict[str, Shown]:
    """The slides of a file by their words, in their order."""
    articles = html.document_fromstring(data.decode("utf-8")).iter("article")
    return {node.get("id"): Shown(node.get("id"), node) for node in articles}
