"""The list of problems as one more sheet of a marked copy, each line with a link to its cell."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

from houqin.problems import Problem
from houqin.reports.appended_cells import held
from houqin.reports.as_text import facts, verdict
from houqin.result import Result
from houqin.states import LIST
from houqin.tables.address import column_letter

MOST_LINKS = 65_000  # Excel opens a sheet with 65,530 links at most
HEADING_ROW = 3
_PLACE = [each.field for each in LIST].index("cell") + 1


def list_sheet(result: Result, namespace: str, *, heading: int, line: int) -> str:
    """Return the XML of the sheet; `heading` and `line` are cell formats."""
    lang = result.lang
    problems = result.problems[:1_000_000]
    heads = [each.zh if lang == "zh" else each.en for each in LIST]
    rows = [
        _row(1, [verdict(result)], heading),
        _row(HEADING_ROW, heads, heading),
        *(
            _row(number, _line(problem, lang), line)
            for number, problem in enumerate(problems, HEADING_ROW + 1)
        ),
    ]
    links = list(_links(problems))
    last = f"{column_letter(len(LIST))}{HEADING_ROW + len(problems)}"
    linked = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{namespace}"><dimension ref="A1:{last}"/>'
        f'<sheetViews><sheetView workbookViewId="0"><pane ySplit="{HEADING_ROW}" topLeftCell="A{HEADING_ROW + 1}"'
        ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{''.join(_widths())}</cols><sheetData>{''.join(rows)}</sheetData>"
        f'<autoFilter ref="A{HEADING_ROW}:{last}"/>{linked}</worksheet>'
    )


def _line(problem: Problem, lang: str) -> list[str]:
    told = facts(problem, lang)
    return [told[each.field] for each in LIST]


def _row(number: int, texts: Sequence[str], style: int) -> str:
    cells = (
        f'<c r="{column_letter(column)}{number}" s="{style}" t="inlineStr">'
        f'<is><t xml:space="preserve">{held(text)}</t></is></c>'
        for column, text in enumerate(texts, 1)
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def _links(problems: Sequence[Problem]) -> Iterator[str]:
    for number, problem in enumerate(problems[:MOST_LINKS], HEADING_ROW + 1):
        if problem.place.cell:
            sheet = problem.place.sheet.replace("'", "''")
            location = quoteattr(f"'{sheet}'!{problem.place.cell}")
            yield f'<hyperlink ref="{column_letter(_PLACE)}{number}" location={location}/>'


def _widths() -> Iterator[str]:
    for number, each in enumerate(LIST, 1):
        yield f'<col min="{number}" max="{number}" width="{each.width + 2}" customWidth="1"/>'
