"""The buttons that fill one of houqin's own sheets: stock, hazards, notices, coverage, roster."""

from collections.abc import Callable, Sequence

from houqin.areas import MODELS
from houqin.desk.checking import checked, keep_days
from houqin.desk.jobs import Outcome, Press
from houqin.desk.pages import page_writings
from houqin.own.count_sheet import count_sheet_page
from houqin.own.coverage import coverage_page
from houqin.own.layout import FIRST_ROW, OwnPage
from houqin.own.notice_form import NOTICES
from houqin.own.notices import notices as notices_of
from houqin.own.overdue import overdue_page
from houqin.own.reconciliation import reconciliation_page
from houqin.own.reorder import reorder_page
from houqin.own.roster_check import roster_check_page
from houqin.own.roster_draft import roster_draft_page
from houqin.port import DeskError, Writing
from houqin.problems import Both, Place
from houqin.result import Result
from houqin.rows import NoColumn
from houqin.sections import Unit
from houqin.tables.results import last_row

BLIND = Both(
    "要盲盘吗？\n“是”：不印账面数量，盘点的人先数再对。\n“否”：印上账面数量。",
    "A blind count?\nYes: the book is not shown.\nNo: the book is shown.",
)


def reconcile(press: Press) -> Outcome:
    """Reconcile the stock on 库存对账."""
    return _filled(press, ("receipts", "stock_issues"), reconciliation_page)


def count_sheet(press: Press) -> Outcome:
    """Make a count sheet on 盘点表, blind or not; what people typed there stays."""

    def page(result: Result) -> OwnPage:
        blind = press.desk.ask(BLIND.of(result.lang))
        return count_sheet_page(result, blind=blind)

    return _filled(press, ("receipts", "stock_issues"), page)


def reorder(press: Press) -> Outcome:
    """List what to order on 补货清单."""
    return _filled(press, ("receipts", "stock_issues"), reorder_page)


def overdue(press: Press) -> Outcome:
    """List the hazards to look after on 逾期隐患."""
    return _filled(press, ("hazards",), overdue_page)


def coverage(press: Press) -> Outcome:
    """Show on 检查覆盖 which patrols and checks were made."""
    return _filled(press, ("inspections",), coverage_page)


def check_roster(press: Press) -> Outcome:
    """Show on 值班检查 which posts lack people, loads, and visitors who are still in."""
    return _filled(press, ("posts", "roster"), roster_check_page)


def fill_roster(press: Press) -> Outcome:
    """Draft the roster of the days to come on 排班草稿; 值班表 stays as it is."""

    def page(result: Result) -> OwnPage:
        press.desk.status(Both("houqin 正在排班…", "houqin is filling the roster…").of(result.lang))
        return roster_draft_page(result)

    return _filled(press, ("posts", "roster", "people"), page)


def notices(press: Press) -> Outcome:
    """Write the notices on 整改通知单, a page for each person responsible."""
    result = checked(press).result
    rests_on(result, ("hazards",))
    made = notices_of(result)
    former = press.snapshot.grid(NOTICES.title)
    blank = max(0, last_row(former) - len(made.rows))
    text = frozenset(
        index for index, column in enumerate(NOTICES.columns) if column.unit is Unit.TEXT
    )
    writing = Writing(NOTICES.title, 1, 1, made.rows, text, blank, prints=True)
    return Outcome(
        made.message, Place(NOTICES.title, 1, "A"), [writing], keep_days=keep_days(result)
    )


def _filled(press: Press, keys: Sequence[str], make: Callable[[Result], OwnPage]) -> Outcome:
    """Check the workbook, and fill a page from what was read."""
    result = checked(press).result
    rests_on(result, keys)
    try:
        page = make(result)
    except NoColumn as absent:
        raise column_needed(absent) from absent
    writings = page_writings(page, press.snapshot.grid(page.sheet.title), result.lang)
    goto = Place(page.sheet.title, FIRST_ROW, "A")
    return Outcome(_said(page, result, keys), goto, writings, keep_days=keep_days(result))


def _said(page: OwnPage, result: Result, keys: Sequence[str]) -> str:
    """Return what came of it, and that the sheets it rests on have errors, if so."""
    sheets = [each.sheet for each in result.sheets if each.key in keys]
    errors = sum(result.counts_on(sheet)["error"] for sheet in sheets)
    if not errors:
        return page.verdict
    names = "、".join(sheets)
    doubt = Both(
        f"注意：{names} 中还有 {errors} 处错误没有改，数字可能变化。",
        f"Mind: {names} still hold {errors} errors; figures may change.",
    )
    return f"{page.verdict}\n{doubt.of(result.lang)}"


def column_needed(absent: NoColumn) -> DeskError:
    """Return what is told where a sheet lacks a column."""
    return DeskError(
        f"工作表“{absent.sheet}”没有“{absent.heading}”一列，请补上后再点。"
        f" / The sheet {absent.sheet} has no column {absent.heading}; add it and click again."
    )


def rests_on(result: Result, keys: Sequence[str]) -> None:
    """Make sure that every sheet is there on which a page rests.

    Raises:
        DeskError: one is missing.
    """
    there = {each.key for each in result.sheets}
    titles = [m.ledger.title for m in MODELS if m.ledger.key in keys and m.ledger.key not in there]
    if titles:
        names = "、".join(titles)
        raise DeskError(
            f"没有读到工作表 {names}，请先补上。 / These sheets are missing: {names}. Add them first."
        )
