"""The DOCX on its pages: what stays together, and how the heads of many columns find room."""

from dataclasses import replace

from docx.oxml.ns import qn
from lxml import etree
from test_word import of, part, texts_of

from audit_core.documents import word
from audit_core.documents.word.widths import column_widths
from audit_core.tables.blocks import Column, Facts, Figures, Heading, NewPage, Paragraph, Table
from audit_core.tables.lines import Figure
from audit_core.terms import STATUS


def test_columns_have_room_for_their_words_or_their_heads_stand_upright() -> None:
    heads = [status.label for status in STATUS.values()]
    wide = Table("Alle", (Column("von", 2), *(Column(head, 1, right=True) for head in heads)), (("a", *heads),))
    assert column_widths(wide)[1]
    assert 'w:val="btLr"' in etree.tostring(part(word.docx(of(wide)))).decode()
    narrow = Table("Frist", (Column("Maßnahme", 9), Column("Frist", 1, right=True)), (("Rad", "31.12.2021"),))
    widths, upright = column_widths(narrow)
    assert not upright and widths[1] >= 1_000 and sum(widths) == 9638


def test_heads_of_nine_columns_of_numbers_are_small_and_parted_instead_of_upright() -> None:
    heads = [status.label for status in STATUS.values()][:8]
    table = Table("Übergänge", (Column("von", 2), *(Column(one, 1, right=True) for one in (*heads, "Summe"))), ())
    table = replace(table, rows=(("teilweise umgesetzt", *["1"] * 9),))
    widths, how = column_widths(table)
    assert how == "small" and sum(widths) == 9638 and min(widths) >= 700
    head = next(part(word.docx(of(table))).iter(qn("w:tr")))
    assert "btLr" not in etree.tostring(head).decode()
    assert [style.get(qn("w:val")) for style in head.iter(qn("w:pStyle"))] == ["TableHead", *["TableHeadSmall"] * 9]
    cells = [(texts_of(cell).strip(), len(list(cell.iter(qn("w:softHyphen"))))) for cell in head.iter(qn("w:tc"))]
    assert cells[2] == ("in Vorbereitung", 3) and cells[-1] == ("Summe", 0)


def kept(document: etree._Element) -> list[str]:
    """The texts of the paragraphs that stay on the page of what follows them, by themselves and not by their style."""
    return [texts_of(p).strip() for p in document.iter(qn("w:p")) if list(p.iter(qn("w:keepNext")))]


def test_sentences_between_a_heading_and_the_next_deeper_one_stay_with_it() -> None:
    table = Table("Maßnahmen", (Column("Maßnahme"),), (("Rad",),))
    goal = (Heading(4, "Ziel"), Paragraph("Satz"), table)
    field = (Heading(3, "Feld"), Paragraph("Zwei von drei"), Paragraph("Leitthema", "note"))
    document = part(word.docx(of(Heading(2, "Ziele"), *field, *goal, Paragraph("Ende"), Heading(3, "Neu"))))
    assert kept(document) == ["Zwei von drei", "Leitthema", "Satz"]
    long = Paragraph("Wort " * 100)
    apart = part(word.docx(of(Heading(3, "Feld"), long, *goal, Paragraph("Ende"), NewPage(), *goal)))
    assert kept(apart) == ["Satz", "Satz"]


def test_steckbrief_of_18_lines_stays_whole_and_a_longer_one_leaves_no_line_alone() -> None:
    short = Facts(tuple((f"Was {number}", "Text") for number in range(1, 19)))
    lines = kept(part(word.docx(of(Heading(4, "1.3.2 Rad"), short))))
    assert lines == [f"Was {number}\tText" for number in range(1, 18)]
    long = Facts(tuple((f"Was {number}", "Text") for number in range(1, 20)))
    lines = kept(part(word.docx(of(Heading(4, "1.3.2 Rad"), long))))
    assert lines == ["Was 1\tText", "Was 2\tText", "Was 18\tText"]


def test_line_of_a_steckbrief_parts_over_two_pages_only_where_it_is_long() -> None:
    document = part(word.docx(of(Facts((("Sachstand", "Wort " * 100), ("Quelle", "Wort " * 600))))))
    whole = [texts_of(p).strip()[:9] for p in document.iter(qn("w:p")) if list(p.iter(qn("w:keepLines")))]
    assert whole == ["Stichtag\t", "Sachstand"]


def test_table_of_20_lines_stays_whole_and_of_a_longer_one_no_row_stands_alone() -> None:
    table = Table("Status", (Column("Status"),), tuple((f"Zeile {number}",) for number in range(1, 21)))
    assert kept(part(word.docx(of(table)))) == [f"Zeile {number}" for number in range(1, 20)]
    longer = replace(table, rows=(*table.rows, ("Zeile 21",)))
    assert kept(part(word.docx(of(longer)))) == ["Zeile 1", "Zeile 20"]


def test_figures_stay_with_the_note_below_them() -> None:
    figures = Figures((Figure("umgesetzt", "6 von 17", "+2", "up", "green", "35,3 %"),))
    lines = ["umgesetzt", "6 von 17", "35,3 %\n+2 zum Vorjahr", ""]
    assert kept(part(word.docx(of(figures, Paragraph("Als offen zählt", "note"))))) == lines
    assert kept(part(word.docx(of(figures, Paragraph("Text"))))) == []
