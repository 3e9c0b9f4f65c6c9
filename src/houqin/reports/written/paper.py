"""Draws a written summary as a Word document, on A4 and in the type that offices use."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from houqin.reports.written.parts import Chapter, Grid, Paragraph, Piece, Story

TITLE, HEADING, SUBHEADING, BODY, SMALL = "黑体", "黑体", "楷体", "仿宋", "宋体"
LATIN = "Times New Roman"
WIDTH = 156  # millimetres of text on A4 between the margins that official papers have
TITLE_SIZE, BODY_SIZE, TABLE_SIZE = 22, 16, 10.5  # points: 二号, 三号, 五号
LINE = 28  # points from line to line
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can tell
UNIX, OWN_FILE = 3, 0o600 << 16
MARGIN = 57  # twentieths of a point
CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def draw(story: Story, day: date) -> bytes:
    """Return the document; the same story gives the same bytes."""
    document: Any = docx.Document()
    _facts(document, story, day)
    _page(document)
    _styles(document)
    _head(document, story)
    for chapter in story.chapters:
        _chapter(document, chapter)
    _sign(document, story.signature)
    _chapter(document, story.annex, on_new_page=True)
    raw = BytesIO()
    document.save(raw)
    return _zipped(raw.getvalue())


def _facts(document: Any, story: Story, day: date) -> None:
    facts = document.core_properties
    facts.title, facts.author, facts.last_modified_by = " ".join(story.title), "houqin", "houqin"
    facts.comments, facts.revision = "", 1
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the as-of day, no clock
    facts.created = facts.modified = moment


def _page(document: Any) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin = Mm(37), Mm(35)
    page.left_margin, page.right_margin = Mm(28), Mm(26)
    footer = page.footer.paragraphs[0]
    footer.alignment = CENTRE
    for text, kind in (("— ", ""), ("PAGE", "field"), (" —", "")):
        run = footer.add_run("" if kind else text)
        _font(run.font, run._element, SMALL, 14)  # noqa: SLF001 - python-docx offers no other way
        if kind:
            _field(run, text)


def _field(run: Any, name: str) -> None:
    """Let a run show a field, such as the number of the page."""
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._element.append(mark)  # noqa: SLF001
        if kind == "begin":
            code = OxmlElement("w:instrText")
            code.text = name
            run._element.append(code)  # noqa: SLF001


def _styles(document: Any) -> None:
    for name, font, size in (
        ("Normal", BODY, BODY_SIZE),
        ("Title", TITLE, TITLE_SIZE),
        ("Heading 1", HEADING, BODY_SIZE),
        ("Heading 2", SUBHEADING, BODY_SIZE),
    ):
        style = document.styles[name]
        _font(style.font, style.element, font, size)
        style.font.bold, style.font.italic = name == "Heading 2", False
        style.font.color.rgb = RGBColor(0, 0, 0)
        shape = style.paragraph_format
        shape.space_before = shape.space_after = Pt(0)
        shape.line_spacing = Pt(LINE)
        shape.keep_with_next = name.startswith("Heading")
        shape.widow_control = True
    title = document.styles["Title"]
    title.paragraph_format.line_spacing = Pt(36)
    title.paragraph_format.alignment = CENTRE
    _without_border(title.element)
    _chinese(document)


def _chinese(document: Any) -> None:
    """Say that what is not Latin is Chinese, as simplified fonts write it."""
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:eastAsia"), "zh-CN")


def _without_border(element: Any) -> None:
    for border in element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        return


def _font(font: Any, element: Any, name: str, size: float) -> None:
    """Name both typefaces: one for Latin letters, one for Chinese ones."""
    font.name, font.size = LATIN, Pt(size)
    faces = element.get_or_add_rPr().get_or_add_rFonts()
    for which in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        faces.attrib.pop(qn(which), None)
    faces.set(qn("w:eastAsia"), name)


def _head(document: Any, story: Story) -> None:
    title = document.add_paragraph(style="Title")
    title.add_run("\n".join(story.title))  # python-docx makes a line break of it
    if story.draft:
        note = _body(document, (Piece(story.draft),), align=CENTRE)
        for run in note.runs:
            run.font.bold, run.font.color.rgb = True, RGBColor(0xB3, 0x26, 0x1E)
    document.add_paragraph()
    for paragraph in story.opening:
        _body(document, paragraph)


def _sign(document: Any, lines: Sequence[Paragraph]) -> None:
    """Leave a line free, and keep the signature and its day together."""
    document.add_paragraph().paragraph_format.keep_with_next = True
    for line in lines:
        _body(document, line, align=RIGHT).paragraph_format.keep_with_next = line is not lines[-1]


def _chapter(document: Any, chapter: Chapter, *, on_new_page: bool = False) -> None:
    _heading(document, chapter.heading, 1).paragraph_format.page_break_before = on_new_page
    for topic in chapter.topics:
        if topic.heading:
            _heading(document, topic.heading, 2)
        for paragraph in topic.paragraphs:
            _body(document, paragraph)
    if chapter.table:
        if chapter.caption:
            caption = _body(document, (Piece(chapter.caption),), align=CENTRE)
            caption.paragraph_format.keep_with_next = True
            caption.paragraph_format.space_before = Pt(8)
            for run in caption.runs:
                _font(run.font, run._element, HEADING, 12)  # noqa: SLF001
        _table(document, chapter.table, whole=bool(chapter.caption))


def _heading(document: Any, text: str, level: int) -> Any:
    heading = document.add_paragraph(style=f"Heading {level}")
    heading.paragraph_format.first_line_indent = Pt(2 * BODY_SIZE)
    heading.add_run(text)
    return heading


def _body(document: Any, pieces: Paragraph, align: Any = None) -> Any:
    paragraph = document.add_paragraph()
    if align is None:
        paragraph.paragraph_format.first_line_indent = Pt(2 * BODY_SIZE)
    else:
        paragraph.alignment = align
    _write(paragraph, pieces)
    return paragraph


def _write(paragraph: Any, pieces: Paragraph) -> None:
    """Write pieces; a gap is marked, so that nobody overlooks it."""
    for piece in pieces:
        if piece.text:
            run = paragraph.add_run(piece.text)
            if piece.is_gap:
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _table(document: Any, grid: Grid, *, whole: bool) -> None:
    """Draw a table whose headings come again on each page; a `whole` one stays on one page."""
    table = document.add_table(1 + len(grid.rows), len(grid.headings), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _narrow_margins(table)
    widths = [Mm(WIDTH * share / sum(grid.widths)) for share in grid.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    heads = tuple((Piece(text),) for text in grid.headings)
    for number, cells in enumerate((heads, *grid.rows)):
        row = table.rows[number]
        _mark_row(row, is_heading=number == 0)
        together = whole and number < len(grid.rows)
        for index, pieces in enumerate(cells):
            cell = row.cells[index]
            cell.width = widths[index]
            paragraph = cell.paragraphs[0]
            _write(paragraph, pieces)
            _cell_look(paragraph, is_heading=number == 0, is_number=index in grid.numeric)
            paragraph.paragraph_format.keep_with_next = together


def _narrow_margins(table: Any) -> None:
    """Leave a millimetre beside the text of a cell, so that amounts fit on one line."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(MARGIN))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.find(qn("w:tblLayout")).addnext(margins)  # noqa: SLF001


def _mark_row(row: Any, *, is_heading: bool) -> None:
    facts = row._tr.get_or_add_trPr()  # noqa: SLF001
    for name in ("w:cantSplit", *(("w:tblHeader",) if is_heading else ())):
        facts.append(OxmlElement(name))


def _cell_look(paragraph: Any, *, is_heading: bool, is_number: bool) -> None:
    paragraph.alignment = CENTRE if is_heading else RIGHT if is_number else None
    paragraph.paragraph_format.line_spacing = Pt(16)
    for run in paragraph.runs:
        _font(run.font, run._element, SMALL, TABLE_SIZE)  # noqa: SLF001
        run.font.bold = is_heading


def _zipped(raw: bytes) -> bytes:
    """Return the same package with one time for all parts."""
    stream = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name, LONG_AGO)
            entry.create_system, entry.external_attr = UNIX, OWN_FILE
            new.writestr(entry, old.read(name), ZIP_DEFLATED, compresslevel=9)
    return stream.getvalue()
