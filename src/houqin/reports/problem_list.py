"""问题清单: what was checked, then every problem, to filter and to tick off."""

import os
from collections.abc import Sequence
from pathlib import Path

from houqin.privacy import Output, may_show
from houqin.problems import Both, Problem, Severity, State
from houqin.reports.as_text import SEVERITY, STATE, facts, head, skipped_by_reason, verdict
from houqin.reports.forms import LINE
from houqin.reports.pages import Page, Pages, new_workbook
from houqin.result import Result
from houqin.sections import Unit
from houqin.states import LIST, USERS

CELL_COLUMN = [each.field for each in LIST].index("cell")
MOST_LINKS = 65_000  # Excel opens a sheet with 65,530 links at most
FILLS = {Severity.ERROR: "#FDE7E5", Severity.WARNING: "#FFF4D6", Severity.NOTE: "#FFFFFF"}


def write_problem_list(result: Result, book: Path, path: Path) -> None:
    """Write the problem list of a result; it stays in the office, with names and values."""
    lang = result.lang
    with new_workbook(path, Both("问题清单", "Problem list").of(lang), result.book.as_of) as pages:
        _list(pages, result, book, path.parent)
        _account(pages, result, book.name)


def _list(pages: Pages, result: Result, book: Path, folder: Path) -> None:
    lang = result.lang
    page = pages.page(Both("问题清单", "Problems").of(lang))
    page.title(
        Both("问题清单", "Problem list").of(lang),
        head(result, book.name).replace("\n", "  "),
        verdict=verdict(result),
        good=not result.draft,
    )
    columns = (*LIST, *USERS)
    first = page.row
    page.headings([each.zh if lang == "zh" else each.en for each in columns])
    for problem in result.problems:
        fill = FILLS[problem.severity]
        page.cells(_line(problem, lang), [Unit.TEXT] * len(columns), bg_color=fill)
        if problem.place.cell and page.row < MOST_LINKS:
            page.link(page.row - 1, CELL_COLUMN, _target(problem, book, folder), bg_color=fill)
    if not result.problems:
        page.put(0, verdict(result), border=1, border_color=LINE)
        page.row += 1
    page.sheet.autofilter(first, 0, max(first, page.row - 1), len(columns) - 1)
    page.sheet.freeze_panes(first + 1, 4)
    page.sheet.repeat_rows(first)
    page.widths(fixed={index: each.width for index, each in enumerate(columns)})
    _handling_choices(page, first, len(LIST), lang)


def _target(problem: Problem, book: Path, folder: Path) -> str:
    """Return where a link leads: the cell in the user's own workbook, seen from the list's folder."""
    sheet = problem.place.sheet.replace("'", "''")
    return f"external:{_seen_from(book, folder)}#'{sheet}'!{problem.place.cell}"


def _seen_from(book: Path, folder: Path) -> str:
    try:
        return os.path.relpath(book, folder)
    except ValueError:  # another drive
        return str(book.absolute())


def _line(problem: Problem, lang: str) -> list[str]:
    told = facts(problem, lang)
    return [told[each.field] for each in LIST] + [""] * len(USERS)


def _handling_choices(page: Page, first: int, column: int, lang: str) -> None:
    choices = ["待改", "接受"] if lang == "zh" else ["to mend", "accept"]
    last = max(first + 1, page.row - 1)
    page.sheet.data_validation(
        first + 1, column, last, column, {"validate": "list", "source": choices}
    )


def _account(pages: Pages, result: Result, book: str) -> None:
    """Say what was read, which rules were not judged and why, and what was tidied."""
    lang = result.lang
    page = pages.page(Both("检查情况", "What was checked").of(lang))
    page.title(
        Both("检查情况", "What was checked").of(lang),
        head(result, book).replace("\n", "  "),
        verdict=verdict(result),
        good=not result.draft,
    )
    rows: list[tuple[int | str, ...]] = [
        (each.sheet, each.rows, *result.counts_on(each.sheet).values()) for each in result.sheets
    ]
    _block(page, Both("读了的表", "Sheets read").of(lang), _SHEETS, rows, lang)
    skipped = [
        (why, len(codes), "、".join(codes)) for why, codes in skipped_by_reason(result).items()
    ]
    _block(page, Both("没有判断的规则", "Rules not judged").of(lang), _SKIPPED, skipped, lang)
    tidied = [
        (str(each.place), each.raw, _shown(each.read))
        for each in result.tidied
        if may_show(Output.PROBLEM_LIST, private=each.private)
    ]
    _block(
        page,
        Both(
            "写法已自动理解的单元格（没有改动原表）",
            "Cells read otherwise than they stand (nothing was changed)",
        ).of(lang),
        _TIDIED,
        tidied,
        lang,
    )
    faults = [(each.code, each.error) for each in result.faults]
    if faults:
        _block(page, Both("houqin 的故障", "Faults of houqin").of(lang), _FAULTS, faults, lang)
    page.widths(most=60)


_SHEETS = (
    Both("工作表", "Sheet"),
    Both("行数", "Rows"),
    *SEVERITY.values(),
    STATE[State.ACCEPTED],
)
_SKIPPED = (Both("原因", "Reason"), Both("条数", "Rules"), Both("规则", "Codes"))
_TIDIED = (Both("单元格", "Cell"), Both("原来的写法", "As it stands"), Both("读作", "Read as"))
_FAULTS = (Both("规则", "Rule"), Both("故障", "Fault"))


def _block(
    page: Page, title: str, heads: Sequence[Both], rows: Sequence[Sequence[int | str]], lang: str
) -> None:
    page.heading(f"{title}（{len(rows)}）" if lang == "zh" else f"{title} ({len(rows)})")
    page.headings([each.of(lang) for each in heads])
    for row in rows:
        page.cells(row, [Unit.COUNT if isinstance(value, int) else Unit.TEXT for value in row])
    page.row += 1


def _shown(value: object) -> str:
    from houqin.cells.writing import written

    return written(value)
