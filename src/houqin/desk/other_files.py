"""校验其他文件, 导入旧表: other workbooks, which are only read."""

from pathlib import Path

from houqin.desk.backups import folder_of
from houqin.desk.checking import checked, keep_days
from houqin.desk.jobs import Outcome, Press, carry_out
from houqin.desk.pages import page_writings
from houqin.hosts.files import open_workbook
from houqin.importing.plan import ImportPlan, appended
from houqin.importing.planning import plan_import
from houqin.importing.preview import preview_rows, summary_sentence
from houqin.importing.sources import Source
from houqin.opening import open_sheets
from houqin.own.import_preview import IMPORT_PREVIEW
from houqin.own.layout import FIRST_ROW, OwnPage
from houqin.pipeline import check
from houqin.port import DeskError
from houqin.problems import Both, Place
from houqin.reports.as_text import verdict
from houqin.reports.problem_list import write_problem_list
from houqin.result import Options

CHOOSE = "选择要校验的工作簿 / Choose the workbook to check"
CHOOSE_OLD = "选择旧台账或分表 / Choose an old or separately filled ledger"


def check_other(press: Press) -> Outcome:
    """Check another workbook; its list of problems is written beside the backups and shown."""
    chosen = press.desk.choose_file(CHOOSE)
    if chosen is None:
        return Outcome()
    host = open_workbook(chosen)
    try:
        result = check(host, Options(), press.now.date())
    finally:
        host.close()
    if not result.recognised:
        raise DeskError(
            f"{chosen.name} 里没有认出任何台账。 / No ledger was recognised in {chosen.name}."
        )
    path = folder_of(press.desk.path) / f"问题清单_{chosen.stem}.xlsx"
    write_problem_list(result, chosen, path)
    press.desk.open_file(path)
    return Outcome(f"{chosen.name}：{verdict(result)}")


def import_old(press: Press) -> Outcome:
    """Show what an old ledger would bring, and append its new rows after a question."""
    chosen = press.desk.choose_file(CHOOSE_OLD)
    if chosen is None:
        return Outcome()
    found = checked(press)
    plan = plan_import(
        open_sheets(press.snapshot), found.result.book, [_source(chosen, press.desk.path)]
    )
    lang = found.result.lang
    told = summary_sentence(plan).of(lang)
    page = OwnPage(IMPORT_PREVIEW, chosen.name, told, preview_rows(plan, lang))
    writings = page_writings(page, press.snapshot.grid(IMPORT_PREVIEW.title), lang)
    goto, days = Place(IMPORT_PREVIEW.title, FIRST_ROW, "A"), keep_days(found.result)
    carry_out(press, Outcome(writings=writings))
    press.desk.select(goto)
    rows = list(appended(plan).values())
    if not rows or not press.desk.ask(_question(told, plan, lang)):
        return Outcome(told if not rows else "", goto, keep_days=days)
    return Outcome(_done(plan.taken, lang), goto, appended=rows, keep_days=days)


def _source(chosen: Path, book: Path) -> Source:
    if chosen.resolve() == book.resolve():
        raise DeskError("不能把工作簿导入它自己。 / A workbook cannot be imported into itself.")
    host = open_workbook(chosen)
    try:
        return Source(chosen.name, open_sheets(host))
    finally:
        host.close()


def _question(told: str, plan: ImportPlan, lang: str) -> str:
    names = "、".join(f"{each.sheet} {len(each.rows)}" for each in appended(plan).values())
    return Both(
        f"{told}\n\n明细在“导入预览”。要把新的行追加到台账末尾吗？（{names}）",
        f"{told}\n\nSee 导入预览. Append the new rows below the ledgers? ({names})",
    ).of(lang)


def _done(count: int, lang: str) -> str:
    return Both(
        f"已追加 {count} 行。请再点“校验全部”；不对可以点“撤销”。",
        f"Rows appended: {count}. Now check all; 撤销 takes them back.",
    ).of(lang)
