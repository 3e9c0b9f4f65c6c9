"""The rules about goals: what they are measured by, and what is to be reached."""

from collections.abc import Iterator

from houqin.areas.lines import Lines, lines_rule
from houqin.areas.makers import asking, unique
from houqin.areas.term.named_figures import Found, figures_by_name, find, usual_figures
from houqin.areas.term.rows import Goal, Shortcoming
from houqin.areas.term.targets import COMPARED, target_of, unit_fits, unit_of
from houqin.book import Book
from houqin.cells.text import unspaced
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule
from houqin.sections import Figure, Unit

FORM = "学期工作目标"
TOLD_IN = {"goals": "goal", "shortcomings": "text"}  # by the key of the ledger
UNITS = {
    Unit.RATE: "%",
    Unit.MONEY: "元或万元",
    Unit.DAYS: "天",
    Unit.COUNT: "个数",
    Unit.QUANTITY: "数",
}

number_is_unique = unique(
    "GOL-01",
    Goal,
    ("number",),
    ("目标序号不重复", "A goal's number is its own."),
    source=FORM,
)


@lines_rule(
    "GOL-02",
    (Goal, Shortcoming),
    "同一目标、同一问题不写两遍",
    zh=("“{value}”与第 {row} 行相同", "请删去一行，或改正内容"),
    en=("{value!r} stands in row {row} already", "delete one row or correct the text"),
    source=FORM,
)
def text_is_told_once(rows: Lines, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all rules of lines look alike
    """A goal, or what falls short, is written down once."""
    field = TOLD_IN[rows.model.ledger.key]
    texts, numbers = rows.column(field), rows.column("number")
    first: dict[str, int] = {}
    for index in rows.judged(field, "number"):
        earlier = first.setdefault(unspaced(texts[index]), index)
        if earlier != index and numbers[earlier] != numbers[index]:  # else told by its number
            at = (rows.place(earlier, field),)
            yield rows.hit(index, field, related=at, row=rows.numbers[earlier])


@row_rule(
    "GOL-03",
    Goal,
    "目标的指标和目标值成对填写",
    zh=("目标“{goal}”没有写{what}", "请补填，汇总才能对照"),
    en=("the goal {goal} says nothing under {what}", "fill it in, so that one can tell"),
    source=FORM,
    severity=Severity.WARNING,
)
def measure_has_target(row: Goal, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all row rules look alike
    """A goal with a measure has a target, and one with a target has a measure."""
    measure, target = row.measure, row.target
    if (measure is None) != (target is None):
        field, other = ("measure", "target") if measure is None else ("target", "measure")
        name = row.headings()[field].name
        yield row.hit(field, related=(row.at(other),), goal=row.get("goal"), what=name)


@book_rule(
    "GOL-04",
    "目标的指标是汇总里有的指标",
    needs=(Goal,),
    zh=("汇总里没有名为“{value}”的指标", "请改成汇总里的指标名称，或留空"),
    en=("no figure of the summary is named {value}", "name one of its figures, or leave it blank"),
    source="学期汇总的指标",
    severity=Severity.WARNING,
)
def measure_is_a_figure(book: Book) -> Iterator[Hit]:
    """The measure of a goal is the name of one figure of the summary."""
    for index, found in _measured(book):
        if found.figure is None:
            yield book[Goal].hit(index, "measure", **asking(found.meant))


@book_rule(
    "GOL-05",
    "目标值是能与指标对照的数",
    needs=(Goal,),
    zh=("目标值“{value}”不能与指标“{measure}”对照", "请写一个数，比例写成 95%"),
    en=("{value!r} cannot be set against {measure}", "write a number, a rate as 95%"),
    source=FORM,
    severity=Severity.WARNING,
)
def target_is_a_number(book: Book) -> Iterator[Hit]:
    """The target of a goal is a number that can be set against its figure."""
    for row, figure in _with_figure(book):
        if unit_fits(row, figure) and target_of(row, figure, book) is None:
            yield row.hit("target", related=(row.at("measure"),), measure=row.measure)


@book_rule(
    "GOL-06",
    "目标值的单位与指标一致",
    needs=(Goal,),
    zh=("单位“{unit}”与指标“{measure}”不符，指标是{expected}", "请改正单位或指标"),
    en=(
        "the unit {unit} is not that of {measure}, which is in {expected_en}",
        "correct one of them",
    ),
    source=FORM,
    severity=Severity.WARNING,
)
def unit_is_that_of_the_figure(book: Book) -> Iterator[Hit]:
    """The target of a goal is in the unit of its figure."""
    for row, figure in _with_figure(book):
        if not unit_fits(row, figure):
            yield row.hit(
                "unit" if row.get("unit") else "target",
                related=(row.at("measure"),),
                unit=unit_of(row),
                measure=row.measure,
                expected=UNITS.get(figure.unit, figure.unit.value),
                expected_en=figure.unit.value,
            )


@book_rule(
    "GOL-07",
    "目标值写明至少还是至多",
    needs=(Goal,),
    zh=("没有写明“{measure}”要至少还是至多 {target}", "请在 比较 中选 >= 或 <="),
    en=("nothing says whether {measure} is to be at least or at most {target}", "choose >= or <="),
    source=FORM,
    severity=Severity.WARNING,
)
def target_has_a_side(book: Book) -> Iterator[Hit]:
    """The target of a goal that is no rate says whether more or less of it is better."""
    for row, figure in _with_figure(book):
        target = target_of(row, figure, book) if unit_fits(row, figure) else None
        if target and target.comparator is None:
            field = "comparator" if row.has("comparator") else "target"
            yield row.hit(field, measure=row.measure, target=row.target)


def _measured(book: Book) -> Iterator[tuple[int, Found]]:
    """Yield the goals that name a figure, and what was found of it."""
    rows, usual = book[Goal], usual_figures()
    measures = rows.column("measure")
    for index in rows.judged("measure"):
        if measures[index] is not None:
            found = find(measures[index], usual)
            if found.figure is None:  # perhaps one that only this school's lists bring about
                own = find(measures[index], figures_by_name(book))
                found = own if own.figure else found
            yield index, found


def _with_figure(book: Book) -> Iterator[tuple[Goal, Figure]]:
    """Yield the goals whose target may be judged, each with its figure."""
    rows = book[Goal]
    there = [name for name in ("target", "comparator", "unit") if rows.has(name)]
    judged = set(rows.judged(*there))
    for index, found in _measured(book):
        row = rows[index]
        is_compared = found.figure and found.figure.unit in COMPARED
        if index in judged and found.figure and is_compared and row.get("target") is not None:
            yield row, found.figure


RULES: tuple[Rule, ...] = (
    number_is_unique,
    text_is_told_once,
    measure_has_target,
    measure_is_a_figure,
    target_is_a_number,
    unit_is_that_of_the_figure,
    target_has_a_side,
)
