"""The door of the ribbon and the buttons: one function for each (contract 10).

Excel calls them through xlwings: RunPython "import houqin.addin as a; a.check_all()".
Everything else is imported when a button is pressed, so that it answers at once.
"""

from datetime import datetime
from typing import TYPE_CHECKING

import xlwings as xw

if TYPE_CHECKING:
    from collections.abc import Callable

    from houqin.desk.jobs import Outcome, Press
    from houqin.port import Desk


def check_sheet() -> None:
    """校验本表: check the sheet before the user."""
    from houqin.desk import checking

    _press("check_sheet", checking.check_sheet)


def check_all() -> None:
    """校验全部: check every ledger."""
    from houqin.desk import checking

    _press("check_all", checking.check_all)


def clear_marks() -> None:
    """清除标记: take all marks off again."""
    from houqin.desk import checking

    _press("clear_marks", checking.clear_marks)


def next_problem() -> None:
    """下一个问题: go to the next marked cell."""
    from houqin.desk import checking

    _press("next_problem", checking.next_problem)


def live_check() -> None:
    """实时校验: a switch that lets each row be judged as it is typed."""
    from houqin.desk import live

    _press("live_check", live.live_check)


def check_other() -> None:
    """校验其他文件: check another file, which is only read."""
    from houqin.desk import other_files

    _press("check_other", other_files.check_other)


def import_old() -> None:
    """导入旧表: preview old ledgers, and append their new rows after a question."""
    from houqin.desk import other_files

    _press("import_old", other_files.import_old)


def restore_controls() -> None:
    """恢复下拉: bring drop-downs and formats back."""
    from houqin.desk import controls

    _press("restore_controls", controls.restore_controls)


def reconcile() -> None:
    """库存对账: reconcile the stock."""
    from houqin.desk import own_pages

    _press("reconcile", own_pages.reconcile)


def count_sheet() -> None:
    """盘点表: make a count sheet."""
    from houqin.desk import own_pages

    _press("count_sheet", own_pages.count_sheet)


def reorder() -> None:
    """补货清单: list what to order."""
    from houqin.desk import own_pages

    _press("reorder", own_pages.reorder)


def overdue() -> None:
    """逾期隐患: list the hazards to look after."""
    from houqin.desk import own_pages

    _press("overdue", own_pages.overdue)


def notices() -> None:
    """整改通知单: a page for each person responsible."""
    from houqin.desk import own_pages

    _press("notices", own_pages.notices)


def coverage() -> None:
    """检查覆盖: what was inspected of what must be."""
    from houqin.desk import own_pages

    _press("coverage", own_pages.coverage)


def check_roster() -> None:
    """检查值班: posts that lack people, and each person's load."""
    from houqin.desk import own_pages

    _press("check_roster", own_pages.check_roster)


def fill_roster() -> None:
    """自动排班: draft the roster of the days to come."""
    from houqin.desk import own_pages

    _press("fill_roster", own_pages.fill_roster)


def adopt_draft() -> None:
    """采用草稿: fill blank cells of the roster from the draft, after a question."""
    from houqin.desk import adopting

    _press("adopt_draft", adopting.adopt_draft)


def summary() -> None:
    """生成汇总: write the summary workbook beside this one."""
    from houqin.desk import papers

    _press("summary", papers.summary)


def mail() -> None:
    """邮件发送: open a mail draft with the summary attached; nothing is sent."""
    from houqin.desk import papers

    _press("mail", papers.mail)


def report() -> None:
    """学期总结: write the written summary of the term beside this workbook."""
    from houqin.desk import papers

    _press("report", papers.report)


def undo() -> None:
    """撤销: take back what houqin wrote last."""
    from houqin.desk import undoing

    _press("undo", undoing.undo)


def settings() -> None:
    """设置: go to the settings."""
    from houqin.desk import places

    _press("settings", places.settings)


def help_() -> None:
    """帮助: go to the help."""
    from houqin.desk import places

    _press("help_", places.help_)


def doctor() -> None:
    """自检: look for what is wrong with this machine."""
    from houqin.desk import places

    _press("doctor", places.doctor)


def _press(name: str, action: "Callable[[Press], Outcome]") -> None:
    """Do what a button is for, on the workbook that called."""
    from houqin.buttons import label_of
    from houqin.desk.pressing import press_button
    from houqin.hosts.excel import ExcelDesk

    desk: Desk = ExcelDesk(xw.Book.caller())
    press_button(desk, datetime.now().astimezone(), label_of(name), action)
