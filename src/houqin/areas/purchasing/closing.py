"""The rules about closing a purchase: nothing missing, and in time."""

from collections.abc import Iterator

from houqin.areas.purchasing.papers import (
    Paper,
    Step,
    due_day,
    late_papers,
    missing,
    needs_meeting,
    next_step,
)
from houqin.areas.purchasing.requests import Request, due, is_refused, request_rule
from houqin.book import Book
from houqin.problems import Both, Hit, Severity
from houqin.rules import Rule

COMPLETE = "手续齐全方可报销：审批、验收、入库、发票、校长审阅"
OWN_RULES = (Paper.APPROVAL, Paper.MINUTES, Paper.BUYERS)  # told by BUY-13, BUY-17 and BUY-19
RESTS_ON = {  # a step that was taken, and the papers that it rests on
    "reimbursed": tuple(Paper),
    "paid": tuple(Paper),
    "principal_read": (Paper.ACCEPTANCE, Paper.RECEIPT),
}
TAKEN = {
    "reimbursed": Both("报销", "reimbursed"),
    "paid": Both("报销", "reimbursed"),
    "principal_read": Both("送校长审阅", "read by the principal"),
}


@request_rule(
    "BUY-33",
    "手续齐全才报销、才送校长审阅",
    zh=("已{step}，但缺少：{papers}", "请补齐后再办，或补填这些栏"),
    en=("{step_en} already, but this is missing: {papers_en}", "complete it, or fill it in here"),
    source=COMPLETE,
)
def nothing_is_missing(request: Request, book: Book) -> Iterator[Hit]:
    """Before the principal reads a purchase and before it is reimbursed no paper is missing."""
    taken = next((step for step in RESTS_ON if request.known(step)), None)
    if taken is None or is_refused(request, book):
        return
    lacking = [
        paper
        for paper in missing(request, book)
        if paper in RESTS_ON[taken] and paper not in OWN_RULES
    ]
    if lacking:
        step = TAKEN[taken]
        shown = {"step": step.zh, "step_en": step.en, "papers": _list(lacking, "zh")}
        yield request.hit(taken, papers_en=_list(lacking, "en"), **shown)


@request_rule(
    "BUY-34",
    "采购后按期报销",
    zh=("{ordered} 采购，应在 {due} 前报销，已逾期 {days} 天，下一步：{next}", "请尽快办理"),
    en=(
        "bought on {ordered}, to be reimbursed by {due}, {days} days ago; next: {next_en}",
        "see to it",
    ),
    source="采购后及时结算",
    settings=("buy.settle_days",),
    severity=Severity.WARNING,
)
def reimbursed_in_time(request: Request, book: Book) -> Iterator[Hit]:
    """What is bought is reimbursed within the days of 参数."""
    request.one("reimbursed")
    by, step = due_day(request, book), next_step(request, book)
    if by and book.as_of > by and step not in (Step.CLOSED, Step.REFUSED):
        words = {"next": step.value.zh, "next_en": step.value.en}
        shown = {"ordered": request.one("ordered"), "due": by, "days": (book.as_of - by).days}
        yield request.hit("reimbursed", related=("ordered",), **shown, **words)


@request_rule(
    "BUY-35",
    "集体决策的采购按期归档",
    zh=("{accepted} 验收，资料应在 {due} 前交齐，还缺少：{papers}", "请补齐资料"),
    en=("accepted on {accepted}, to be filed by {due}; missing: {papers_en}", "complete the file"),
    source="三重一大事项资料按期归档",
    settings=("buy.file_days", "buy.collective"),
    severity=Severity.WARNING,
)
def file_is_complete_in_time(request: Request, book: Book) -> Iterator[Hit]:
    """The file of what a meeting decided is complete within the days of 参数."""
    accepted = request.one("accepted")
    by = due(book, "buy.file_days", accepted, request) if accepted else None
    lacking = list(late_papers(request, book))
    is_late = by is not None and book.as_of > by and lacking and needs_meeting(request, book)
    if is_late and not request.known("reimbursed") and not is_refused(request, book):
        papers = {"papers": _list(lacking, "zh"), "papers_en": _list(lacking, "en")}
        yield request.hit("accepted", due=by, accepted=accepted, **papers)


def _list(papers: list[Paper], lang: str) -> str:
    separator = "、" if lang == "zh" else ", "
    return separator.join(paper.value.of(lang) for paper in papers)


RULES: tuple[Rule, ...] = (nothing_is_missing, reimbursed_in_time, file_is_complete_in_time)
