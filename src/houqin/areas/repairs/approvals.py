"""The rules about the approval of a repair: before the work, or soon after what was urgent."""

from collections.abc import Iterator
from datetime import date

from houqin.areas.makers import day_of
from houqin.areas.repairs.dates import FORM, past
from houqin.areas.repairs.limits import PAPER, paper_due
from houqin.areas.repairs.people import is_same
from houqin.areas.repairs.route import amount, is_bound_by, is_cancelled, is_urgent, stated
from houqin.areas.repairs.rows import Repair
from houqin.book import Book
from houqin.cells.writing import written
from houqin.problems import Hit, Severity
from houqin.rules import Rule, row_rule

APPROVE_FROM = "repair.approve_from"
ORDINARY = "普通维修先报批、后施工"
SEPARATE = "不相容岗位分离：申请与审批由不同的人担任"


def needs_approval(row: Repair, book: Book) -> bool:
    """Tell whether a repair costs so much that somebody must approve it."""
    return is_bound_by(row, APPROVE_FROM, amount(row), book) and not is_cancelled(row, book)


@row_rule(
    "REP-05",
    Repair,
    "普通维修在完工前审批",
    zh=("审批日期 {value} 晚于完成时间 {finished}", "请核对日期；紧急维修请把紧急程度改为紧急"),
    en=(
        "approved on {value}, after it was finished on {finished}",
        "check the two dates; if it was urgent, say so",
    ),
    source=ORDINARY,
)
def approved_before_the_work(row: Repair, book: Book) -> Iterator[Hit]:
    """An ordinary repair is approved before it is done."""
    finished, approved = past(row, "finished", book), past(row, "approved", book)
    if not is_urgent(row) and finished and approved and approved > day_of(finished):
        yield row.hit("approved", related=(row.at("finished"),), finished=day_of(finished))


@row_rule(
    "REP-06",
    Repair,
    "需要审批的维修有审批人和审批日期",
    zh=("{what}，但没有{field}", "请补填，或补办审批"),
    en=("{what_en}, but this is blank", "fill it in, or have it approved"),
    source=FORM,
    settings=(APPROVE_FROM,),
)
def approval_is_named(row: Repair, book: Book) -> Iterator[Hit]:
    """A repair that needs approval has who approved it and when, once it is done."""
    who, when = row.approver, row.approved
    done = not is_urgent(row) and past(row, "finished", book) is not None
    if when and not who:
        yield _blank(row, "approver", "已填审批日期", "there is a day of approval")
    elif who and not when and done:
        yield _blank(row, "approved", "已填审批人", "somebody approved it")
    elif not who and not when and done and needs_approval(row, book):
        money = written(amount(row))
        yield _blank(row, "approver", f"金额 {money} 元的维修已完工", f"{money} yuan, and done")


def _blank(row: Repair, field: str, what: str, what_en: str) -> Hit:
    name = Repair.headings()[field].name
    return row.hit(field, field=name, what=what, what_en=what_en)


@row_rule(
    "REP-07",
    Repair,
    "紧急维修完工后按期补办审批",
    zh=("{finished} 完工的紧急维修应在 {due} 前补办审批，{said}", "请尽快补办，或核对日期"),
    en=("finished on {finished}, to be approved by {due}: {said_en}", "have it approved"),
    source="紧急维修先修、后补手续",
    severity=Severity.WARNING,
    settings=(PAPER, APPROVE_FROM),
)
def papers_follow_soon(row: Repair, book: Book) -> Iterator[Hit]:
    """The approval of an urgent repair follows within the days of 参数."""
    finished, approved = past(row, "finished", book), row.approved
    due = paper_due(row, book) if finished and is_urgent(row) else None
    if due is None or not needs_approval(row, book) or max(approved or book.as_of, due) == due:
        return
    if approved is None or approved <= book.as_of:
        yield row.hit("approved", related=(row.at("finished"),), due=due, **_said(row, approved))


def _said(row: Repair, approved: date | None) -> dict[str, object]:
    said = f"实际是 {approved}" if approved else "还没有审批日期"
    said_en = f"it was on {approved}" if approved else "it is not"
    return {"finished": day_of(row.finished or row.reported), "said": said, "said_en": said_en}


@row_rule(
    "REP-08",
    Repair,
    "审批人不是报修人或维修人",
    zh=("审批人“{value}”同时是{other}", "请核对审批人"),
    en=("{value} approved it and is {other} too", "check who approved it"),
    source=SEPARATE,
    severity=Severity.WARNING,
)
def approver_is_another(row: Repair, book: Book) -> Iterator[Hit]:
    """Whoever approves a repair neither reported it nor does it."""
    approver = row.approver
    for field in ("reporter", "repairer"):
        if approver and is_same(approver, stated(row, field), book):
            yield row.hit("approver", related=(row.at(field),), other=Repair.headings()[field].name)
            return


RULES: tuple[Rule, ...] = (
    approved_before_the_work,
    approval_is_named,
    papers_follow_soon,
    approver_is_another,
)
