"""The form of 整改通知单: what each row of a page is, for whoever lays it out."""

from dataclasses import dataclass
from enum import StrEnum

from houqin.own.layout import OwnColumn, OwnSheet
from houqin.problems import Both
from houqin.sections import Unit

PAGES = 60  # laid out in the master; rows beyond them have no form and no page breaks
LINES = 10  # rows of the table on a page
COLUMNS = (
    OwnColumn(Both("序号", "No."), Unit.COUNT, 5),
    OwnColumn(Both("隐患编号", "Hazard"), width=9),
    OwnColumn(Both("位置", "Place"), width=12),
    OwnColumn(Both("隐患描述", "Description"), width=18),
    OwnColumn(Both("等级", "Grade"), width=8),
    OwnColumn(Both("整改期限", "Deadline"), Unit.DATE, 11),
    OwnColumn(Both("逾期/剩余", "Late/left"), width=9),
    OwnColumn(Both("下一步", "Next step"), width=12),
)
HALF = len(COLUMNS) // 2  # the column in which the right half of a row begins
WIDEST = max(range(len(COLUMNS)), key=lambda at: COLUMNS[at].width)
NOTICES = OwnSheet(
    "notices",
    "整改通知单",
    COLUMNS,
    Both(
        "点“整改通知单”：每位责任人一页，打印后签收",
        "press 整改通知单: a page for each person responsible, to print and to sign",
    ),
    landscape=False,
)


class Look(StrEnum):
    """What a row of a page is, which decides how it looks."""

    SCHOOL = "school"
    TITLE = "title"
    PARTIES = "parties"  # to whom on the left, number and date on the right
    SENTENCE = "sentence"
    HEADS = "heads"
    LINE = "line"
    BOX = "box"  # room to write in
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a page: how it looks, its height in points, and the columns that are one."""

    look: Look
    height: float
    merged: tuple[tuple[int, int], ...] = ()


WHOLE = ((0, len(COLUMNS) - 1),)
HALVES = ((0, HALF - 1), (HALF, len(COLUMNS) - 1))
PAGE: tuple[FormRow, ...] = (
    FormRow(Look.SCHOOL, 24, WHOLE),
    FormRow(Look.TITLE, 40, WHOLE),
    FormRow(Look.PARTIES, 30, HALVES),
    FormRow(Look.SENTENCE, 42, WHOLE),
    FormRow(Look.HEADS, 30),
    *(FormRow(Look.LINE, 44) for _ in range(LINES)),
    FormRow(Look.SENTENCE, 40, WHOLE),
    FormRow(Look.BOX, 130, WHOLE),
    FormRow(Look.SIGNED, 38, HALVES),
    FormRow(Look.SIGNED, 38, HALVES),
)
HEADS_AT = next(at for at, row in enumerate(PAGE) if row.look is Look.HEADS)  # blank: page unused
