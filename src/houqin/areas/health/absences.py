"""The rules that follow a sick pupil until the return to class: dates, isolation, proof."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from houqin.areas.health.cases import DAY, Case, cases, diseases
from houqin.areas.health.rows import DiseaseRow, SickAbsence
from houqin.areas.makers import unique
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule, row_rule

ABSENT_DAYS = "health.absent_days"
ORDER = (("onset", "absent_from"), ("absent_from", "absent_to"), ("absent_to", "returned"))
FOLLOWED = "因病缺勤病因追踪：每个缺勤的学生登记到复课"
RETURN = "传染病病愈学生复课查验：核对发病日期、隔离期限和医院证明"

entered_once = unique(
    "SIC-01",
    SickAbsence,
    ("pupil", "date", "class_"),
    (
        "同一学生同一天只登记一行",
        "A pupil has one row for one day.",
    ),
    zh=("与第 {row} 行是同一天、同一个班、同名的学生", "请删去重复的一行"),
    en=("row {row} is of the same day, class and pupil", "delete one of the two"),
    source=FOLLOWED,
)


@row_rule(
    "SIC-02",
    SickAbsence,
    "发病、缺课、复课的日期先后有序",
    zh=("{value} 早于前一步的日期 {earlier}", "请改正其中一个日期"),
    en=("{value} is before {earlier}, the step that it follows", "correct one of the two dates"),
    source="日期先后",
)
def dates_are_in_order(row: SickAbsence, book: Book) -> Iterator[Hit]:
    """A pupil falls ill, stays away and returns, in this order."""
    pairs = ORDER if row.get("absent_to") else (*ORDER[:1], ("absent_from", "returned"))
    for earlier, later in pairs:
        first, then = row.get(earlier), row.get(later)
        if first and then and then < first and _has_come(later, then, book):
            yield row.hit(later, related=(row.at(earlier),), earlier=first)
            return


def _has_come(field: str, day: date, book: Book) -> bool:
    """Tell whether a day has come; the end of an absence may be a plan."""
    return field == "absent_to" or day <= book.as_of


@row_rule(
    "SIC-03",
    SickAbsence,
    "复课不早于隔离期满",
    zh=("复课日期 {value} 早于隔离期满的 {until}", "请核对日期；确已复课的请校医复核"),
    en=("the return on {value} is before {until}, the end of isolation", "check the dates"),
    needs=(DiseaseRow,),
    source=RETURN,
)
def isolation_is_over(row: SickAbsence, book: Book) -> Iterator[Hit]:
    """No pupil returns before the days of isolation of the disease are over."""
    asked, begun = diseases(book).get(row.disease or ""), row.get("onset") or row.get("absent_from")
    if asked and asked.isolation_days and begun and row.returned:
        until = begun + timedelta(days=asked.isolation_days)
        if begun <= row.returned < until and row.returned <= book.as_of:
            yield row.hit("returned", related=(row.at("disease"),), until=until)


@row_rule(
    "SIC-04",
    SickAbsence,
    "要证明的病种复课时有复课证明",
    zh=("学生已复课，但没有复课证明", "请收到医院证明后补填"),
    en=("the pupil is back without a proof", "have the hospital's proof handed in"),
    needs=(DiseaseRow,),
    source=RETURN,
)
def return_has_proof(row: SickAbsence, book: Book) -> Iterator[Hit]:
    """Whoever returns after a disease that needs a proof has one."""
    if row.returned and _needs_proof(row, book) and not _is_proof(row.proof, book):
        yield row.hit("proof", related=(row.at("returned"),))


def _needs_proof(row: SickAbsence, book: Book) -> bool:
    asked = diseases(book).get(row.disease or "")
    return bool(asked and asked.proof)


def _is_proof(proof: str | None, book: Book) -> bool:
    """Tell whether a proof is there; words such as 待补 say that it is not."""
    words = book.vocabularies.get("无证明用语")
    return bool(proof) and not any(word in str(proof) for word in (words.values if words else ()))


@row_rule(
    "SIC-05",
    SickAbsence,
    "要证明的病种复课时有校医查验",
    zh=("学生已复课，但没有校医签名", "请校医查验后补签"),
    en=("the pupil is back and no school doctor has checked it", "have the doctor check and sign"),
    needs=(DiseaseRow,),
    source=RETURN,
)
def return_is_verified(row: SickAbsence, book: Book) -> Iterator[Hit]:
    """The school doctor checks the return after a disease that needs a proof."""
    if row.returned and _needs_proof(row, book) and row.verified_by is None:
        yield row.hit("verified_by", related=(row.at("returned"),))


@book_rule(
    "SIC-06",
    "缺课不长期没有结果",
    needs=(SickAbsence,),
    zh=("缺课已 {days} 天，没有复课日期", "请联系家长，登记病情或复课日期"),
    en=("away for {days} days without a return", "ask the parents and enter how it stands"),
    severity=Severity.WARNING,
    source=FOLLOWED,
    settings=(ABSENT_DAYS,),
)
def nobody_is_forgotten(book: Book) -> Iterator[Hit]:
    """No pupil stays away longer than 参数 and the isolation allow without a word."""
    rows = book[SickAbsence]
    rows.require("returned")
    for case in cases(book):
        if case.first and case.is_sure and case.last is None:
            away, most = (book.as_of - case.first).days, _longest(case, book)
            if most is not None and away > most:
                yield rows.hit(case.row, "returned", days=away)


def _longest(case: Case, book: Book) -> int | None:
    """Return how many days away need no question."""
    allowed = book.settings.number(ABSENT_DAYS, case.campus, case.first)
    asked = diseases(book).get(case.disease or "")
    isolation = asked.isolation_days if asked else None
    return None if allowed is None else max(int(allowed), isolation or 0)


@book_rule(
    "SIC-07",
    "缺课结束的学生有复课日期",
    needs=(SickAbsence,),
    zh=(
        "缺课到 {until} 为止，之后已上过课，却没有复课日期",
        "请补填复课日期，仍未复课的请改正缺课结束",
    ),
    en=("away until {until}, and lessons since, but no return", "enter the day of the return"),
    severity=Severity.WARNING,
    source=FOLLOWED,
)
def every_absence_ends(book: Book) -> Iterator[Hit]:
    """Whoever's absence is over has a day of return."""
    rows = book[SickAbsence]
    ends = rows.column("absent_to")
    rows.require("returned")
    for case in cases(book):
        until = ends[case.row]
        is_open = case.is_sure and until and case.returned is None
        if is_open and any(book.calendar.school_days(until + DAY, book.as_of, case.campus)):
            yield rows.hit(case.row, "returned", until=until)


@book_rule(
    "SIC-12",
    "同一学生的两次缺课不重叠",
    needs=(SickAbsence,),
    zh=("与第 {row} 行同一学生的缺课日期重叠", "请合并为一行，或改正日期；同名的请在备注说明"),
    en=("the days overlap with those of row {row}, the same pupil", "join them, or correct a date"),
    severity=Severity.WARNING,
    source=FOLLOWED,
)
def absences_do_not_overlap(book: Book) -> Iterator[Hit]:
    """Two absences of one pupil do not overlap."""
    rows, dates = book[SickAbsence], book[SickAbsence].column("date")
    sure = [each for each in cases(book) if each.is_sure and each.pupil and each.class_]
    for _, same in groupby(sorted(sure, key=_who), key=_who):
        before: list[Case] = []
        for case in same:
            other = next((each for each in before if _overlap(each, case)), None)
            if other and dates[other.row] != dates[case.row]:  # else SIC-01
                at = (rows.place(other.row, "pupil"),)
                yield rows.hit(case.row, "pupil", related=at, row=rows.numbers[other.row])
            before.append(case)


def _who(case: Case) -> tuple[str, str]:
    """Return what tells pupils apart; the rows of one stay in their order."""
    return case.class_ or "", case.pupil or ""


def _overlap(one: Case, other: Case) -> bool:
    if one.first is None or other.first is None:
        return False
    return one.is_away(other.first) or other.is_away(one.first)


RULES: tuple[Rule, ...] = (
    entered_once,
    dates_are_in_order,
    isolation_is_over,
    return_has_proof,
    return_is_verified,
    nobody_is_forgotten,
    every_absence_ends,
    absences_do_not_overlap,
)
