"""The rules of one illness: what it is, whether it is a fever; and those of the list of diseases."""

from collections.abc import Iterator
from itertools import pairwise

from houqin.areas.health.cases import INFECTIOUS, diseases
from houqin.areas.health.fever import FEVER, FEVER_SITE, FEVERISH, reaches
from houqin.areas.health.rows import DiseaseRow, SickAbsence
from houqin.areas.makers import unique
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, row_rule

LISTED = "病种表按当地疾控部门要求填写"
DIAGNOSED = "因病缺勤病因追踪：传染病以医院诊断为准"
LIMIT = "参数 发热体温、测量部位"
LIMITS = (
    "class_day",
    "class_three_days",
    "school_week",
)  # each counts all that the one before does


@row_rule(
    "SIC-08",
    SickAbsence,
    "登记的传染病在病种表中",
    zh=("传染病“{value}”不在病种表中", "请在病种表中补上隔离天数和复课证明要求"),
    en=("the infectious disease {value} is not on 病种", "enter what it asks for there"),
    needs=(DiseaseRow,),
    severity=Severity.WARNING,
    source=LISTED,
)
def disease_is_listed(row: SickAbsence, book: Book) -> Iterator[Hit]:
    """An infectious disease stands on 病种, which says what it asks for."""
    if _is_infectious(row, book) and row.disease not in diseases(book):
        yield row.hit("disease")


@row_rule(
    "SIC-09",
    SickAbsence,
    "诊断为传染病的已就诊",
    zh=("诊断为传染病“{disease}”，却填了没有就诊", "请核对诊断，或改正是否就诊"),
    en=("{disease} is diagnosed, yet no doctor was seen", "check the one or the other"),
    severity=Severity.WARNING,
    source=DIAGNOSED,
)
def doctor_was_seen(row: SickAbsence, book: Book) -> Iterator[Hit]:
    """An infectious disease is a doctor's diagnosis."""
    if row.seen is False and _is_infectious(row, book):
        yield row.hit("seen", related=(row.at("disease"),), disease=row.disease)


def _is_infectious(row: SickAbsence, book: Book) -> bool:
    return book.group("病种", row.disease) == INFECTIOUS


@row_rule(
    "SIC-10",
    SickAbsence,
    "体温达到发热标准的写明发热",
    zh=("体温 {degrees} 达到发热标准，症状没有写发热", "请补填症状，或核对体温和测量部位"),
    en=("{degrees} is a fever, and the symptoms do not say so", "add it, or check the temperature"),
    source=LIMIT,
    settings=(FEVER, FEVER_SITE),
)
def fever_is_named(row: SickAbsence, book: Book) -> Iterator[Hit]:
    """A temperature that reaches the limit of 参数 is named a fever."""
    if FEVERISH not in row.symptoms and reaches(row, FEVER, book):
        at = (row.at("temperature"),)
        yield row.hit("symptoms", related=at, degrees=row.temperature)


@row_rule(
    "SIC-11",
    SickAbsence,
    "写发热的体温达到发热标准",
    zh=("症状写了发热，体温 {value} 没有达到发热标准", "请核对体温、症状和测量部位"),
    en=("the symptoms name a fever, which {value} is not", "check temperature, site and symptoms"),
    severity=Severity.WARNING,
    source=LIMIT,
    settings=(FEVER, FEVER_SITE),
)
def fever_is_measured(row: SickAbsence, book: Book) -> Iterator[Hit]:
    """Whoever is said to have a fever has a temperature that reaches the limit of 参数."""
    if FEVERISH in row.symptoms and reaches(row, FEVER, book) is False:
        yield row.hit("temperature", related=(row.at("symptoms"),))


listed_once = unique(
    "DIS-01",
    DiseaseRow,
    ("disease",),
    ("一个病种只有一行", "A disease has one row."),
    source=LISTED,
)


@row_rule(
    "DIS-02",
    DiseaseRow,
    "聚集标准从同班一日到全校七日不减少",
    zh=("{heading} {value} 例，比{shorter} {other} 例还少", "天数长的标准不应更低，请改正其中一个"),
    en=("{value} cases are fewer than {other} in the shorter time", "correct one of the two"),
    source=LISTED,
)
def limits_grow(row: DiseaseRow, book: Book) -> Iterator[Hit]:  # noqa: ARG001 - all look alike
    """More days and more pupils do not have a lower cluster limit."""
    stated = [(field, row.get(field)) for field in LIMITS if row.get(field) is not None]
    for (shorter, fewer), (longer, more) in pairwise(stated):
        if more < fewer:
            names = {field: row.headings()[field].name for field in (shorter, longer)}
            shown = {"heading": names[longer], "shorter": names[shorter], "other": fewer}
            yield row.hit(longer, related=(row.at(shorter),), **shown)


RULES: tuple[Rule, ...] = (
    disease_is_listed,
    doctor_was_seen,
    fever_is_named,
    fever_is_measured,
    listed_once,
    limits_grow,
)
