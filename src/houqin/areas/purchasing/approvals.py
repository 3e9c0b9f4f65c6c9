"""The rules about the approval of a purchase: by whom, by a meeting, after which quotes."""

from collections.abc import Iterator

from houqin.areas.measures import COMPARISONS
from houqin.areas.purchasing.levels import Span, matrix
from houqin.areas.purchasing.requests import (
    COLLECTIVE,
    Request,
    is_collective,
    is_refused,
    level,
    limit,
    meets,
    request_rule,
)
from houqin.areas.purchasing.rows import ApprovalLevel
from houqin.areas.purchasing.rows.columns import METHODS, NO_QUOTES
from houqin.areas.purchasing.standing import holds, holds_of
from houqin.areas.school.rows import PersonRow
from houqin.book import Book
from houqin.problems import Both, Hit, Severity
from houqin.rules import Rule

MATRIX = "审批权限：金额 × 采购类别 × 校区"
MAJOR = "三重一大：大额采购集体决策"
QUOTES = "buy.quotes"
LATER = {  # steps that rest on the approval
    "ordered": Both("采购", "bought"),
    "accepted": Both("验收", "accepted"),
    "reimbursed": Both("报销", "reimbursed"),
    "paid": Both("报销", "reimbursed"),
}
DATED = Both("填审批日期", "dated as approved")
WHO = {  # what is missing of an approval
    ("approver",): Both("审批人", "who approved it"),
    ("approved",): Both("审批日期", "the day of the approval"),
    ("approver", "approved"): Both("审批人和审批日期", "who approved it, and when"),
}


@request_rule(
    "BUY-13",
    "未经审批的不采购、不报销",
    zh=("已{step}，但没有填{what}", "请补填审批；没有审批的不得报销"),
    en=("{step_en} already, but it is not said {what_en}", "enter the approval"),
    source="未经审批的采购不予报销",
)
def approved_before_all_else(request: Request, book: Book) -> Iterator[Hit]:
    """What is bought, accepted or reimbursed was approved by somebody on some day."""
    lacking = tuple(field for field in ("approver", "approved") if request.one(field) is None)
    taken = [step for step in LATER if request.known(step)]
    if lacking == ("approver",) and not taken:
        yield _unapproved(request, "approved", lacking)
    elif lacking and taken and not is_refused(request, book):
        yield _unapproved(request, taken[-1], lacking)


def _unapproved(request: Request, step: str, lacking: tuple[str, ...]) -> Hit:
    done, what = LATER.get(step, DATED), WHO[lacking]
    shown = {"step": done.zh, "step_en": done.en, "what": what.zh}
    return request.hit(lacking[0], related=(step,), what_en=what.en, **shown)


@request_rule(
    "BUY-14",
    "审批不同意的不采购",
    zh=("审批意见是“{value}”，却已{step}", "请核对审批意见和采购记录"),
    en=("the opinion is {value}, and yet it was {step_en}", "check the opinion and the purchase"),
    source="未经审批的采购不予报销",
)
def refused_is_not_bought(request: Request, book: Book) -> Iterator[Hit]:
    """What was refused is not bought."""
    request.one("opinion")
    taken = [step for step in LATER if request.known(step)]
    if taken and is_refused(request, book):
        done = LATER[taken[-1]]
        yield request.hit("opinion", related=taken[-1:], step=done.zh, step_en=done.en)


@request_rule(
    "BUY-15",
    "审批人的职务是审批权限所定的职务",
    needs=(ApprovalLevel, PersonRow),
    zh=(
        "{campus}{kind} {total} 元应由{role}审批，“{name}”的职务是{roles}",
        "请核对审批人、金额和审批权限",
    ),
    en=(
        "{total} yuan ({campus} {kind}) need the approval of {role}, and {name} is {roles}",
        "check the approver, the amounts and 审批权限",
    ),
    source=MATRIX,
)
def approver_may_approve(request: Request, book: Book) -> Iterator[Hit]:
    """Whoever approves holds the role that 审批权限 asks for at that amount, kind and campus."""
    deciding, name = level(request, book), request.one("approver")
    if deciding and name and not is_refused(request, book):
        has_role = holds(name, deciding.approver, request.campus, book)
        if has_role is False and not _higher(request, deciding, name, book):
            at = (deciding.at("approver"), request.line_with("amount").at("amount"))
            line = request.line_with("approver")
            yield line.hit("approver", related=at, **_shown(request, deciding, name, book))


@request_rule(
    "BUY-16",
    "不越级审批",
    needs=(ApprovalLevel, PersonRow),
    zh=(
        "{campus}{kind} {total} 元由{role}审批即可，“{name}”是更高一档的{roles}",
        "请核对是否越级",
    ),
    en=(
        "{role} may approve {total} yuan ({campus} {kind}); {name}, {roles}, stands a level higher",
        "check whether a level was left out",
    ),
    source=MATRIX,
    severity=Severity.WARNING,
)
def no_level_is_left_out(request: Request, book: Book) -> Iterator[Hit]:
    """A purchase is approved at its own level, not at a higher one."""
    deciding, name = level(request, book), request.one("approver")
    if (
        not deciding
        or not name
        or holds(name, deciding.approver, request.campus, book) is not False
    ):
        return
    if _higher(request, deciding, name, book):
        line, at = request.line_with("approver"), (deciding.at("approver"),)
        yield line.hit("approver", related=at, **_shown(request, deciding, name, book))


def _higher(request: Request, deciding: ApprovalLevel, name: str, book: Book) -> bool:
    """Tell whether somebody may approve what is dearer, of the same kind at the same campus."""
    above = Span.of(deciding).first
    return any(
        holds(name, line.approver, request.campus, book)
        for line in matrix(book).fitting(request.case)
        if Span.of(line).first > above
    )


def _shown(request: Request, deciding: ApprovalLevel, name: str, book: Book) -> dict[str, object]:
    return {
        "campus": request.campus or "",
        "kind": request.known("kind") or "",
        "total": request.total,
        "role": deciding.approver,
        "name": name,
        "roles": holds_of(name, book),
    }


@request_rule(
    "BUY-17",
    "达到集体决策金额的采购有会议纪要",
    zh=("合计 {total} 元，达到集体决策金额 {limit}，已批准但没有会议纪要号", "请补填会议纪要号"),
    en=(
        "{total} yuan in all reach {limit}, from where a meeting decides; no minutes are named",
        "enter the number of the minutes",
    ),
    source=MAJOR,
    settings=(COLLECTIVE,),
)
def meeting_decided(request: Request, book: Book) -> Iterator[Hit]:
    """What reaches the limit of collective decisions has the minutes of a meeting."""
    decided = request.one("approved") or request.known("ordered")
    if not decided or request.one("minutes") is not None or is_refused(request, book):
        return
    if is_collective(request, book):
        by_limit, deciding = meets(book, COLLECTIVE, request.total, request), level(request, book)
        bound = limit(book, COLLECTIVE, request)
        shown = deciding.above if deciding and not by_limit else bound
        yield request.hit("minutes", related=("amount",), total=request.total, limit=shown)


@request_rule(
    "BUY-18",
    "报价家数不少于规定",
    zh=("合计 {total} 元应有 {need} 家以上报价，现有 {count} 家", "请补填报价家数，或补充询价"),
    en=(
        "{total} yuan need {need} quotes at least, and there are {count}",
        "enter the number of quotes, or ask for more",
    ),
    source="货比三家",
    settings=(QUOTES, "buy.quotes_from"),
)
def quotes_are_enough(request: Request, book: Book) -> Iterator[Hit]:
    """A purchase of some size has as many quotes as 审批权限, or else 参数, asks for."""
    count, need = request.one("quotes") or 0, _quotes_needed(request, book)
    if request.one("approved") and need and count < need and not is_refused(request, book):
        at = ("amount",)
        yield request.hit("quotes", related=at, total=request.total, need=need, count=count)


def _quotes_needed(request: Request, book: Book) -> int:
    if book.group(METHODS, request.known("method")) == NO_QUOTES:
        return 0
    deciding = level(request, book)
    stated = deciding.get("quotes") if deciding else None
    if stated is not None:
        return int(stated)
    asked = meets(book, "buy.quotes_from", request.total, request)
    setting = book.settings.find(QUOTES, request.campus, request.known("requested"))
    if not asked or setting is None:
        return 0
    need = limit(book, QUOTES, request) or 0
    is_strict = COMPARISONS.get(setting.comparator) is COMPARISONS[">"]
    return int(need) + is_strict


RULES: tuple[Rule, ...] = (
    approved_before_all_else,
    refused_is_not_bought,
    approver_may_approve,
    no_level_is_left_out,
    meeting_decided,
    quotes_are_enough,
)
