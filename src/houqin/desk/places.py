"""设置, 帮助, 自检: where things are looked up."""

from houqin.desk.jobs import Outcome, Press
from houqin.port import DeskError
from houqin.problems import Place

SETTINGS, HELP = "参数", "帮助"


def settings(press: Press) -> Outcome:
    """Go to the settings."""
    return _go(press, SETTINGS, 5)


def help_(press: Press) -> Outcome:
    """Go to the help."""
    return _go(press, HELP, 1)


def doctor(press: Press) -> Outcome:
    """Say in plain words what is wrong with this machine and this workbook."""
    from houqin.setup.doctor import examine, report_text
    from houqin.setup.this_machine import this_machine
    from houqin.setup.workbook_facts import facts_of

    found = examine(this_machine(), facts_of(str(press.desk.path)))
    return Outcome(report_text(found))


def _go(press: Press, sheet: str, row: int) -> Outcome:
    if sheet not in press.desk.sheet_names():
        raise DeskError(
            f"工作簿里没有“{sheet}”这张表，请从空白主工作簿补回。"
            f" / There is no sheet {sheet}; take it back from the blank master."
        )
    return Outcome(goto=Place(sheet, row, "A"))
