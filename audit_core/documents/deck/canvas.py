"""A slide while it is filled: what stands on it in its order, and what had to be shortened."""

from collections.abc import Sequence

from pptx.opc.package import Part

from audit_core.documents.deck import shapes
from audit_core.documents.deck.charts import Look, add_chart
from audit_core.documents.deck.fitting import best, even
from audit_core.documents.deck.shapes import Box, Line, Run, TableCell, clean
from audit_core.documents.deck.template import FOOTER, TITLE
from audit_core.tables.deck_parts import Chart
from audit_core.terms import SECONDARY

_NUMBER = (
    '<a:p><a:pPr algn="r"/><a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum">'
    '<a:rPr lang="de-DE" sz="1200"/><a:t>{}</a:t></a:fld><a:endParaRPr lang="de-DE"/></a:p>'
)


class Canvas:
    """Collects the shapes of one slide as `parts`; `number` is the slide's own, ids of shapes begin with 2."""

    def __init__(self, part: Part, number: int) -> None:
        self.part, self.number = part, number
        self.shortened: list[str] = []
        self.parts: list[str] = []
        self._id = 1

    def _next(self) -> int:
        self._id += 1
        return self._id

    def title(self, text: str, size: float, kind: str = "title", box: Box = TITLE, most: int = 2) -> None:
        """The title of the slide in its place; several lines are made about equally long."""
        shown, chosen, taken = self.fit(text, box.width, [(size + 4, 1), (size, 1), (size, most)], bold=True)
        place = None
        if taken > 1:
            steady = even(shown, 72 * box.width, chosen, bold=True) / 72
            place = Box(box.left, box.top, min(box.width, steady), box.height)
        line = [Run(shown, chosen, True)]
        self.parts.append(shapes.placeholder(self._next(), "Titel", f'type="{kind}"', place, [line]))

    def subtitle(self, found: Sequence[Line]) -> None:
        """The subtitle of the first slide."""
        self.parts.append(shapes.placeholder(self._next(), "Untertitel", 'type="subTitle" idx="1"', None, found))

    def fit(
        self, text: str, width: float, sizes: Sequence[tuple[float, int]], bold: bool = False
    ) -> tuple[str, float, int]:
        """A text as it fits into a width in inches; what does not is kept for the notes."""
        text = clean(text)
        shown, size, taken = best(text, 72 * width, sizes, bold)
        if shown != text and text not in self.shortened:
            self.shortened.append(text)
        return shown, size, taken

    def text(self, name: str, box: Box, found: Sequence[Line], align: str = "l", anchor: str = "t") -> None:
        """A text box as it is."""
        self.parts.append(shapes.text(self._next(), name, box, found, align, anchor))

    def sentence(
        self, name: str, text: str, box: Box, size: float, colour: str, most: int = 1, bold: bool = False
    ) -> None:
        """A sentence in a box, smaller or shortened where it has to be."""
        sizes = [(size, most), (max(12, size - 2), most)]
        shown, chosen, _ = self.fit(text, box.width, sizes, bold)
        self.text(name, box, [[Run(shown, chosen, bold, colour)]])

    def chip(self, code: str, box: Box) -> None:
        """The sign of a status on its colour."""
        self.parts.append(shapes.chip(self._next(), code, box))

    def plate(self, name: str, box: Box, colour: str) -> None:
        """A coloured rectangle."""
        self.parts.append(shapes.plate(self._next(), name, box, colour))

    def chart(self, chart: Chart, box: Box, look: Look) -> None:
        """A native chart."""
        relation = add_chart(self.part, self.number, chart, look)
        self.parts.append(shapes.chart(self._next(), chart.heading, chart.alt, box, relation))

    def table(
        self, name: str, alt: str, box: Box, widths: Sequence[float], rows: Sequence[Sequence[TableCell]],
        heights: Sequence[float], last: bool = False,
    ) -> None:  # fmt: skip
        """A table whose first row is its header."""
        self.parts.append(shapes.table(self._next(), name, alt, box, widths, rows, heights, last=last))

    def footer(self, *found: str) -> None:
        """Footer, line by line, and number of the slide."""
        fitting = [self.fit(text, FOOTER.width, [(12, 1)]) for text in found if text]
        words = [[Run(shown, size, colour=SECONDARY)] for shown, size, _ in fitting]
        self.parts.append(shapes.placeholder(self._next(), "Fußzeile", 'type="ftr" sz="quarter" idx="11"', None, words))
        number = _NUMBER.format(self.number)
        self.parts.append(
            shapes.placeholder(self._next(), "Foliennummer", 'type="sldNum" sz="quarter" idx="12"', None, [], number)
        )
