"""实时校验: a switch that lets each row be judged as it is typed."""

from houqin.desk.jobs import Outcome, Press
from houqin.desk.marks import Marked, marked
from houqin.desk.memory import HEADING_ROW
from houqin.port import DeskError, Formula, Writing
from houqin.states import RECORD
from houqin.tables.address import column_letter
from houqin.tables.grid import Block

TRIAL_ROW, TRIAL_COLUMN = HEADING_ROW - 2, 3  # a cell of _houqin that is there to be tried
TRIAL, EXPECTED = Formula('=HQ_NUMBER("12")'), 12
SCHOOL = ",lists[#All],settings[#All]"  # the tables by which the master judges
ON = (
    "实时校验已打开：每一行填完就会检查这一行自己看得出的问题。再点一次关闭；"
    "点“校验全部”会换成完整的检查结果。"
)
CANNOT = (
    "这台电脑上工作表函数用不了（可能没有安装 xlwings 的运行部件），“实时校验”没有打开，什么都没有改。"
    "请点“自检”看原因；“校验全部”照常可用。"
    " / Worksheet functions do not run here; nothing was changed. 校验全部 works all the same."
)


def live_check(press: Press) -> Outcome:
    """Put =HQ_CHECK(…) into 校验结果 of every ledger, or the values back where it is there.

    Raises:
        DeskError: worksheet functions do not run on this machine; nothing is changed then.
    """
    grids = press.snapshot.checked_grids()
    places = marked(grids.values())
    if any(_is_on(press, place) for place in places.values()):
        values = [place.writing(place.texts_in(grids[sheet])) for sheet, place in places.items()]
        return Outcome("实时校验已关闭，结果保留为文字。", None, values)
    _try(press)
    own = "houqin" in press.desk.properties()
    formulas = [_formulas(place, SCHOOL if own else "") for place in places.values()]
    return Outcome(ON, None, formulas)


def _is_on(press: Press, place: Marked) -> bool:
    first = Block(place.heading_row + 1, place.column, place.heading_row + 1, place.column)
    return press.desk.formula(place.sheet, first).startswith("=")


def _formulas(place: Marked, school: str) -> Writing:
    last, head = column_letter(place.column - 1), place.heading_row
    sheet = place.sheet.replace('"', '""')
    rows = range(head + 1, max(place.bottom, head + 1) + 1)
    cells = [
        (Formula(f'=HQ_CHECK($A{row}:${last}{row},$A${head}:${last}${head},"{sheet}"{school})'),)
        for row in rows
    ]
    return Writing(place.sheet, head + 1, place.column, cells)


def _try(press: Press) -> None:
    """Let one function reckon in a cell that is there for it."""
    cell = Writing(RECORD, TRIAL_ROW, TRIAL_COLUMN, [(TRIAL,)])
    press.desk.write([cell])
    grid = press.desk.read(RECORD)
    value = grid.values[TRIAL_ROW - grid.top][TRIAL_COLUMN - grid.left]
    press.desk.write([Writing(RECORD, TRIAL_ROW, TRIAL_COLUMN, [(None,)])])
    if value != EXPECTED:
        raise DeskError(CANNOT)
