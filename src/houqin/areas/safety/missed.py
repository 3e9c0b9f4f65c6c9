"""The rules of what is missing: a patrol, a monthly check, a regular check of 检查标准."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from houqin.areas.safety.coverage import covered
from houqin.areas.safety.plan import (
    CHECKS_PER_MONTH,
    PATROLS_PER_DAY,
    Asked,
    monthly_checks,
    patrols,
    regular_checks,
)
from houqin.areas.safety.rows import Inspection
from houqin.book import Book
from houqin.problems import Both, Hit, Severity, Words
from houqin.rules import Rule

ZH = Words("{campus} {when} 缺 {lacking} 次{what}的记录", "请补录；确实没有做的请说明原因")
EN = Words(
    "{campus} has {lacking} too few records of {what} for {when}",
    "enter what was done, or give the reason why it was not",
)


def _none_missing(
    code: str,
    title: tuple[str, str],
    plan: Callable[[Book], Iterable[Asked]],
    severity: Severity,
    source: str,
    settings: tuple[str, ...] = (),
) -> Rule:
    """Make the rule that every check of a plan was made, told at the cell that asks for it."""

    def check(book: Book) -> Iterator[Hit]:
        for each in covered(book, plan(book)):
            if each.missed:
                yield _hit(each.asked, each.asked.times - each.done)

    title_ = Both(*title)
    return Rule(code, title_, ZH, EN, severity, source, settings, (Inspection,), check)


def _hit(asked: Asked, lacking: int) -> Hit:
    """Say what is missing; its campus and time keep it apart from others at the same cell."""
    values = {"campus": asked.campus, "when": asked.when, "what": asked.what, "lacking": lacking}
    apart = (part for part in (asked.campus, asked.when) if part not in asked.plan.key)
    key = " ".join((asked.plan.key, *apart)).strip()
    return replace(asked.plan, values=values, key=key)


RULES = (
    _none_missing(
        "INS-17",
        ("每个校区每个上课日都有日巡视", "Every campus is patrolled on every school day."),
        patrols,
        Severity.ERROR,
        "机关、团体、企业、事业单位消防安全管理规定（公安部令第61号）第二十五条",
        (PATROLS_PER_DAY,),
    ),
    _none_missing(
        "INS-18",
        (
            "每个校区每个检查项目每月都有月检查",
            "Every area of safety is checked every month at every campus.",
        ),
        monthly_checks,
        Severity.ERROR,
        "学校每月检查；检查标准",
        (CHECKS_PER_MONTH,),
    ),
    _none_missing(
        "INS-19",
        (
            "检查标准定有频次的检查（如消杀）按时做",
            "What 检查标准 wants at a fixed frequency, such as disinfection, is done in time.",
        ),
        regular_checks,
        Severity.WARNING,
        "检查标准 频次",
    ),
)
