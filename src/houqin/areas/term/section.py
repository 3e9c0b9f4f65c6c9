"""The term's part of both summaries: goals against the figures of all others, and shortcomings."""

from collections.abc import Sequence
from decimal import Decimal

from houqin.areas.term.goals import GoalResult, State, goals_against
from houqin.areas.term.rows import Goal, Shortcoming
from houqin.areas.term.shortcomings import ShortcomingResult, Standing, shortcomings_of
from houqin.book import Book
from houqin.cells.writing import written
from houqin.problems import Both
from houqin.sections import Figure, Section, SectionTable, Unit, Value
from houqin.sentences import Part, Sentence

NAMED = {Unit.DAYS: "天", Unit.MONEY: "元"}


def section(book: Book, others: Sequence[Section]) -> Section | None:
    """Return the goals set against the figures of the other sections, and what falls short."""
    if book.rows.keys().isdisjoint({Goal, Shortcoming}):
        return None
    figures = [figure for each in others for figure in each.figures]
    goals = goals_against(book, figures) if Goal in book else None
    short = shortcomings_of(book) if Shortcoming in book else None
    return Section(
        "term",
        Both("工作目标", "Goals"),
        (
            *(_goal_figures(goals) if goals is not None else ()),
            *(_shortcoming_figures(short) if short is not None else ()),
        ),
        (
            *([_goals(goals)] if goals is not None else []),
            *([_shortcomings(short)] if short is not None else []),
        ),
    )


def _goal_figures(goals: Sequence[GoalResult]) -> tuple[Figure, ...]:
    def count(key: str, zh: str, en: str, *states: State) -> Figure:
        source = Both(f"工作目标：{zh}的行数", f"工作目标: rows, {en}")
        number = sum(each.state in states for each in goals)
        return Figure(f"goals.{key}", Both(zh, en), Unit.COUNT, number, source)

    return (
        count("total", "工作目标", "Goals", *State),
        count("compared", "能对照的目标", "Goals that can be told", State.MET, State.NOT_MET),
        count("met", "达到的目标", "Goals met", State.MET),
        count("not_met", "未达到的目标", "Goals not met", State.NOT_MET),
    )


def _shortcoming_figures(short: Sequence[ShortcomingResult]) -> tuple[Figure, ...]:
    def count(key: str, zh: str, en: str, *standings: Standing) -> Figure:
        source = Both(f"存在问题：{zh}的行数", f"存在问题: rows, {en}")
        number = sum(each.standing in standings for each in short)
        return Figure(f"shortcomings.{key}", Both(zh, en), Unit.COUNT, number, source)

    return (
        count("total", "存在问题", "Shortcomings", *Standing),
        count("done", "已改进的问题", "Shortcomings seen to", Standing.DONE),
        count("overdue", "逾期未改进的问题", "Shortcomings overdue", Standing.OVERDUE),
    )


def _goals(goals: Sequence[GoalResult]) -> SectionTable:
    return SectionTable(
        "goals",
        Both("工作目标完成情况", "Goals"),
        (
            Both("序号", "Number"),
            Both("目标", "Goal"),
            Both("指标", "Measure"),
            Both("目标值", "Target"),
            Both("实际", "Actual"),
            Both("完成情况", "State"),
        ),
        (Unit.TEXT,) * 6,
        tuple(
            (
                each.number,
                each.goal,
                each.measure,
                with_unit(each),
                actual(each.figure),
                each.state.value.zh if each.measure else None,
            )
            for each in goals
        ),
    )


def _shortcomings(short: Sequence[ShortcomingResult]) -> SectionTable:
    return SectionTable(
        "shortcomings",
        Both("存在问题和改进措施", "Shortcomings"),
        (
            Both("序号", "Number"),
            Both("方面", "Area"),
            Both("问题", "Shortcoming"),
            Both("改进措施", "Step"),
            Both("责任人", "Responsible"),
            Both("期限", "Due"),
            Both("进展", "Standing"),
        ),
        (*[Unit.TEXT] * 5, Unit.DATE, Unit.TEXT),
        tuple(
            (
                *(each.number, each.area, each.text, each.step, each.responsible, each.due),
                each.standing.value.zh,
            )
            for each in short
        ),
    )


def with_unit(goal: GoalResult) -> str | None:
    """Return the target as it is written, with its unit where that stands apart."""
    if goal.target is None:
        return None
    unit = goal.unit or ""
    return goal.target if goal.target.endswith(unit) else f"{goal.target}{unit}"


def actual(figure: Figure | None) -> Value:
    """Return a figure as text, for each line of the table counts something else."""
    if figure is None or figure.total is None:
        return None
    if figure.unit is Unit.RATE and isinstance(figure.total, Decimal | int):
        return f"{Decimal(figure.total) * 100:.1f}%"
    return f"{written(figure.total)}{NAMED.get(figure.unit, '')}"


SENTENCES = (
    Sentence(
        Part.RESULT,
        Both(
            "本学期确定工作目标 {goals.total} 项，有数据对照的 {goals.compared} 项，达到 {goals.met} 项。",
            "Of {goals.total} goals of the term {goals.compared} can be set against figures, "
            "and {goals.met} were met.",
        ),
        when="goals.compared",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "有 {goals.not_met} 项工作目标没有达到。",
            "{goals.not_met} goals were not met.",
        ),
        when="goals.not_met",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "梳理出存在问题 {shortcomings.total} 个。",
            "{shortcomings.total} shortcomings are known.",
        ),
        when="shortcomings.total",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "其中逾期未改进的 {shortcomings.overdue} 个。",
            "Of these {shortcomings.overdue} are overdue.",
        ),
        when="shortcomings.overdue",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "对没有达到的目标逐项分析原因，列入下学期重点。",
            "Find out why these goals were not met, and take them up first next term.",
        ),
        when="goals.not_met",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "对逾期未改进的问题明确责任人和新的期限，逐项销号。",
            "Settle who sees to what is overdue and by when, and close it one by one.",
        ),
        when="shortcomings.overdue",
    ),
)
