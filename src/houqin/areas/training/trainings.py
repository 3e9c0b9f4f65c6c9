"""The rules of one training or drill: who came, how long it took, what was learnt."""

from collections.abc import Iterator

from houqin.areas.makers import UNKNOWN_EN, UNKNOWN_ZH, not_after_as_of, unique
from houqin.areas.measures import COMPARISONS
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import NAMED, departments, not_listed, on_staff
from houqin.areas.training.held import DRILL, is_everybody
from houqin.areas.training.rows import Training
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

EVACUATE = "drill.evacuate_seconds"
LIST = "培训演练签到表"
GUIDE = "中小学幼儿园应急疏散演练指南（教基一厅〔2014〕2号）"

held_once = unique(
    "TRN-01",
    Training,
    ("topic", "date", "campus"),
    (
        "同一天同一校区同一主题只登记一次",
        "A training or drill has one row for its day, campus and topic.",
    ),
    source="一次培训或演练一行",
)

held_by_as_of = not_after_as_of(
    "TRN-02",
    (Training,),
    ("date",),
    ("培训和演练日期不晚于统计日期", "A training or drill on record was held by the as-of date."),
)


@row_rule(
    "TRN-03",
    Training,
    "实到人数不超过应到人数",
    zh=("实到 {value} 人，应到只有 {expected} 人", "请改正其中一个"),
    en=("{value} came and only {expected} were expected", "correct one of the two"),
    source=LIST,
)
def no_more_than_expected(row: Training, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all alike
    """No more people come than are expected."""
    if row.expected is not None and row.present > row.expected:
        yield row.hit("present", related=(row.at("expected"),), expected=row.expected)


@row_rule(
    "TRN-04",
    Training,
    "列出的参加人员与实到人数一致",
    zh=("参加人员列了 {count} 人，实到人数填的是 {present}", "请补全名单，或改正实到人数"),
    en=("{count} people are named and {present} came", "complete the names or correct the number"),
    source=LIST,
)
def as_many_as_named(row: Training, book: Book) -> Iterator[Hit]:
    """As many people are named as came, where they are named."""
    named = row.attendees or ()
    if named and not any(is_everybody(word, book) for word in named) and len(named) != row.present:
        at = (row.at("present"),)
        yield row.hit("attendees", related=at, count=len(named), present=row.present)


@book_rule(
    "TRN-05",
    "组织人和参加人员在人员表中",
    needs=(Training, PersonRow),
    zh=UNKNOWN_ZH,
    en=UNKNOWN_EN,
    **NAMED,
)
def people_are_known(book: Book) -> Iterator[Hit]:
    """Whoever organises or takes part is on the staff list; a department may organise."""
    fields = (("organiser", departments(book)), ("attendees", frozenset[str]()))
    for field, others in fields:
        for hit in not_listed(book[Training], field, book, others):
            if not is_everybody(str(hit.values["name"]), book):
                yield hit


people_are_on_staff = on_staff(
    "TRN-06",
    {Training: (("organiser", "date"), ("attendees", "date"))},
    (
        "组织人和参加人员当天在岗",
        "Whoever organises or takes part was on the staff on that day.",
    ),
)


@row_rule(
    "TRN-07",
    Training,
    "疏散用时达到要求",
    zh=(
        "疏散用时 {seconds} 秒，没有达到 {limit} 秒的要求",
        "请核对用时；确实超时的，请分析原因、改进后再练",
    ),
    en=("it took {seconds} seconds, the limit is {limit}", "see what held people up and try again"),
    severity=Severity.WARNING,
    source=GUIDE,
    settings=(EVACUATE,),
)
def everybody_is_out_in_time(row: Training, book: Book) -> Iterator[Hit]:
    """An evacuation takes no longer than 参数 allows."""
    limit = book.settings.find(EVACUATE, row.get("campus"), row.get("date"))
    if row.kind != DRILL or row.duration is None or limit is None or limit.value is None:
        return
    if not COMPARISONS.get(limit.comparator, COMPARISONS["<="])(row.duration, limit.value):
        yield row.hit("duration", seconds=row.duration, limit=limit.value)


@row_rule(
    "TRN-08",
    Training,
    "演练后有评估",
    zh=("演练后没有写存在问题", "请补填演练中发现的问题，没有问题的填“无”"),
    en=("nothing is said of how the drill went", "fill it in, also where nothing was wrong"),
    source=GUIDE,
)
def drill_is_reviewed(row: Training, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """After a drill it is said what went wrong, or that nothing did."""
    if row.kind == DRILL and row.review is None:
        yield row.hit("review", related=(row.at("kind"),))


@row_rule(
    "TRN-09",
    Training,
    "疏散演练记录疏散用时",
    zh=("“{topic}”没有记录疏散用时", "请补填用时（秒）"),
    en=("no time is given for {topic}", "fill in how many seconds it took"),
    severity=Severity.WARNING,
    source=GUIDE,
)
def evacuation_is_timed(row: Training, book: Book) -> Iterator[Hit]:
    """A drill in which people are led out is timed."""
    words = book.vocabularies.get("疏散演练用语")
    leads_out = any(word in row.topic for word in (words.values if words else ()))
    if row.kind == DRILL and leads_out and row.duration is None:
        yield row.hit("duration", related=(row.at("topic"),), topic=row.topic)


RULES: tuple[Rule, ...] = (
    held_once,
    held_by_as_of,
    no_more_than_expected,
    as_many_as_named,
    people_are_known,
    people_are_on_staff,
    everybody_is_out_in_time,
    drill_is_reviewed,
    evacuation_is_timed,
)
