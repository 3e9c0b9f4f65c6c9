"""The rules of what 培训要求 asks for and nobody did: drills, trainings, newcomers."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from houqin.areas.makers import UNKNOWN_EN, UNKNOWN_ZH, asking, unique
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import roles
from houqin.areas.training.held import DRILL, is_everybody
from houqin.areas.training.needs import (
    MONTHLY,
    DrillsDue,
    TrainingDue,
    drills_due,
    needs,
    trainings_due,
)
from houqin.areas.training.rows import Training, TrainingNeed
from houqin.book import Book
from houqin.cells.choices import closest
from houqin.problems import Both, Hit, Severity, Words
from houqin.rules import Rule, book_rule

PLAN = "培训要求"
GUIDE = "中小学幼儿园应急疏散演练指南（教基一厅〔2014〕2号）：每月至少一次"
SHOWN = 10  # names in one message
DRILLS_ZH = Words(
    "{campus} {when} 缺 {lacking} 次“{topic}”", "请补录；确实没有演练的尽快安排并说明原因"
)
DRILLS_EN = Words(
    "{campus} held {lacking} too few of {topic} in {when}", "enter what was held, or hold it soon"
)


def _drills_held(
    code: str, title: tuple[str, str], severity: Severity, source: str, *, monthly: bool
) -> Rule:
    """Make the rule that every campus held the drills that it must, told at the plan."""

    def check(book: Book) -> Iterator[Hit]:
        for due in drills_due(book):
            if due.lacking and (due.need.per == MONTHLY) is monthly:
                yield _drill_hit(due, book)

    models = (TrainingNeed, Training)
    return Rule(code, Both(*title), DRILLS_ZH, DRILLS_EN, severity, source, (), models, check)


def _drill_hit(due: DrillsDue, book: Book) -> Hit:
    hit = book[TrainingNeed].hit(
        due.need.row,
        "times",
        campus=due.campus,
        when=due.span.name,
        topic=due.need.topic,
        lacking=due.lacking,
    )
    return replace(hit, key=f"{hit.key} {due.campus} {due.span.name}")


monthly_drills_are_held = _drills_held(
    "TRN-10",
    (
        "每个校区每月完成要求的演练",
        "Every campus holds the drills of every month with lessons.",
    ),
    Severity.ERROR,
    GUIDE,
    monthly=True,
)
drills_of_the_term_are_held = _drills_held(
    "TRN-11",
    (
        "每个校区完成学期、学年要求的演练",
        "Every campus holds the drills of the term and of the school year.",
    ),
    Severity.WARNING,
    PLAN,
    monthly=False,
)


@book_rule(
    "TRN-12",
    "要求的培训人人参加",
    needs=(TrainingNeed, Training, PersonRow),
    zh=("{campus} {when} 还有 {count} 人没有参加“{topic}”：{names}", "请安排补训，或补登参加人员"),
    en=(
        "{campus}, {when}: people who still need {topic}: {count} ({names})",
        "train them, or enter who took part",
    ),
    severity=Severity.WARNING,
    source=PLAN,
)
def everybody_is_trained(book: Book) -> Iterator[Hit]:
    """Everybody has the trainings that their role needs; what a campus lacks is told once."""
    lacking = [each for each in trainings_due(book) if each.had is False and not each.is_newcomers]
    for _, same in groupby(sorted(lacking, key=_group), key=_group):
        found = list(same)
        names, first = [each.person for each in found], found[0]
        shown = "、".join(names[:SHOWN]) + ("等" if len(names) > SHOWN else "")
        hit = book[TrainingNeed].hit(
            first.need.row,
            "times",
            campus=first.campus or "未填校区的",
            when=first.span.name,
            topic=first.need.topic,
            count=len(names),
            names=shown,
        )
        yield replace(hit, key=f"{hit.key} {first.campus or ''} {first.span.name}")


def _group(due: TrainingDue) -> tuple[int, str, str]:
    return due.need.row, due.campus or "", due.span.name


@book_rule(
    "TRN-13",
    "新到岗的人在规定天数内参加培训",
    needs=(TrainingNeed, Training, PersonRow),
    zh=("“{name}”{joined} 到岗，{days} 天内没有参加“{topic}”", "请尽快补训，或补登参加人员"),
    en=(
        "{name} joined on {joined} and did not have {topic} within {days} days",
        "train them soon, or enter who took part",
    ),
    severity=Severity.WARNING,
    source=PLAN,
)
def newcomers_are_trained(book: Book) -> Iterator[Hit]:
    """Whoever joins during the term is trained within the days that 培训要求 allows."""
    for due in trainings_due(book):
        if due.is_newcomers and due.had is False:
            hit = book[TrainingNeed].hit(
                due.need.row,
                "newcomers_within",
                related=(book[PersonRow].place(due.row, "joined"),),
                name=due.person,
                joined=due.span.start,
                days=due.need.within,
                topic=due.need.topic,
            )
            yield replace(hit, key=f"{hit.key} {due.person}")


need_is_stated_once = unique(
    "TRN-14",
    TrainingNeed,
    ("topic", "role", "campus"),
    (
        "同一主题同一对象的要求只写一行",
        "A need is stated once for its topic, role and campus.",
    ),
    source=PLAN,
)


@book_rule(
    "TRN-15",
    "培训对象是人员表中的职务或部门",
    needs=(TrainingNeed, PersonRow),
    zh=UNKNOWN_ZH,
    en=UNKNOWN_EN,
    severity=Severity.WARNING,
    source=PLAN,
)
def role_is_known(book: Book) -> Iterator[Hit]:
    """Whoever needs a training is a role or a department that the staff list has."""
    rows, people = book[TrainingNeed], book[PersonRow]
    known = roles(book) | frozenset(people.column_or_blank("department")) - {None}
    for need in needs(book) if len(people) else ():
        if need.kind == DRILL or need.role in known or is_everybody(need.role, book):
            continue
        meant = asking(closest(need.role, sorted(known)))
        yield rows.hit(need.row, "role", name=need.role, sheet=people.sheet, **meant)


RULES: tuple[Rule, ...] = (
    monthly_drills_are_held,
    drills_of_the_term_are_held,
    everybody_is_trained,
    newcomers_are_trained,
    need_is_stated_once,
    role_is_known,
)
