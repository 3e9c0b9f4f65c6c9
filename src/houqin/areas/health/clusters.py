"""The warnings of clusters: many pupils of a class, or of the school, ill with the same."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from houqin.areas.health.cases import Case, cases, diseases
from houqin.areas.health.fever import FLU_FEVER
from houqin.areas.health.rows import SickAbsence
from houqin.areas.measures import COMPARISONS
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rules import Rule, book_rule

FLU_LIKE = "流感样病例"  # what a high fever with a cough or a sore throat counts as
WATCHED = "监测"  # 归类 of the symptoms that make cases alike
REPORTING = "学校和托幼机构传染病疫情报告工作规范（试行）"
CLASS_DAY, CLASS_THREE_DAYS = "health.cluster.class_day", "health.cluster.class_three_days"
REPORT_HOURS = "health.cluster.report_hours"
FIX_ZH = "请核对；属实的请按参数“聚集病例报告时限”及时上报，并在处理一栏写明"
FIX_EN = "check them; if so, report them in the time that 参数 allows, and note that it was done"


@dataclass(frozen=True, slots=True)
class Span:
    """In how many days cases count together, and what limits their number."""

    days: int
    code: str  # on 参数; empty: there is none
    field: str  # on 病种, which goes first


OF_A_CLASS = (Span(1, CLASS_DAY, "class_day"), Span(3, CLASS_THREE_DAYS, "class_three_days"))
OF_THE_SCHOOL = (Span(7, "", "school_week"),)


@book_rule(
    "SIC-13",
    "同班一日或三日内同类病例不到聚集标准",
    needs=(SickAbsence,),
    zh=("同班同类病例 {count} 例，达到聚集标准", FIX_ZH),
    en=("{count} cases alike in one class are a cluster", FIX_EN),
    severity=Severity.WARNING,
    source=REPORTING,
    settings=(CLASS_DAY, CLASS_THREE_DAYS, REPORT_HOURS, FLU_FEVER),
)
def no_cluster_in_a_class(book: Book) -> Iterator[Hit]:
    """Cases alike in one class stay below the limits of a day and of three days."""
    return (_hit(book, each) for each in class_clusters(book))


@book_rule(
    "SIC-14",
    "全校七日内同一病种的病例不到聚集标准",
    needs=(SickAbsence,),
    zh=("全校七日内同一病种 {count} 例，达到聚集标准", FIX_ZH),
    en=("{count} cases of one disease in the school in a week are a cluster", FIX_EN),
    severity=Severity.WARNING,
    source="病种 全校七日",
    settings=(REPORT_HOURS, FLU_FEVER),
)
def no_cluster_in_the_school(book: Book) -> Iterator[Hit]:
    """Cases of one disease in the school stay below its limit of a week."""
    return (_hit(book, each) for each in school_clusters(book))


Cluster = tuple[Case, ...]  # in the order of their days


def _hit(book: Book, cluster: Cluster) -> Hit:
    """Tell a cluster once, at its first case, with all others as related."""
    rows = book[SickAbsence]
    first, *others = cluster
    related = [rows.place(each.row, "class_") for each in others]
    return rows.hit(first.row, "class_", related=related, count=len(cluster))


@lru_cache(maxsize=1)
def class_clusters(book: Book) -> tuple[Cluster, ...]:
    """Return the clusters within classes; cases of one cluster are in no other."""
    by_class: dict[str, list[Case]] = defaultdict(list)
    for case in _counted(book):
        if case.class_ is not None:
            by_class[case.class_].append(case)
    return tuple(
        cluster
        for class_, theirs in by_class.items()
        for cluster in _joined(_groups(theirs, OF_A_CLASS, book))
    )


@lru_cache(maxsize=1)
def school_clusters(book: Book) -> tuple[Cluster, ...]:
    """Return the clusters of one disease within the school, over all campuses."""
    return tuple(_joined(_groups(_counted(book), OF_THE_SCHOOL, book)))


def _counted(book: Book) -> list[Case]:
    """Return the cases whose day could be read, in the order of their days."""
    return sorted((each for each in cases(book) if each.begun is not None), key=_begun)


def _begun(case: Case) -> date:
    return case.begun or date.min


def _groups(found: Sequence[Case], spans: Iterable[Span], book: Book) -> Iterator[Cluster]:
    """Yield every group of cases alike that reaches a limit, however they overlap."""
    for span in spans:
        for disease, theirs in _by_disease(found).items():
            asked = diseases(book).get(disease)
            own = getattr(asked, span.field) if asked else None
            if own is not None or span.code:
                yield from _reaching(theirs, span, own, book)
        if span.code:
            for theirs in _by_symptom(found, span, book).values():
                yield from _reaching(theirs, span, None, book)


def _by_disease(found: Iterable[Case]) -> Mapping[str, list[Case]]:
    by_disease: dict[str, list[Case]] = defaultdict(list)
    for case in found:
        if case.disease is not None:
            by_disease[case.disease].append(case)
        if case.is_flu_like and case.disease != FLU_LIKE:
            by_disease[FLU_LIKE].append(case)
    return by_disease


def _by_symptom(found: Iterable[Case], span: Span, book: Book) -> Mapping[str, list[Case]]:
    """Return the cases that share a watched symptom, but for diseases with a limit of their own."""
    by_symptom: dict[str, list[Case]] = defaultdict(list)
    for case in found:
        asked = diseases(book).get(case.disease or "")
        if asked is None or getattr(asked, span.field) is None:
            for symptom in case.symptoms:
                if book.group("症状", symptom) == WATCHED:
                    by_symptom[symptom].append(case)
    return by_symptom


def _reaching(theirs: Sequence[Case], span: Span, own: int | None, book: Book) -> Iterator[Cluster]:
    """Yield the cases within each span of days that are as many as the limit."""
    for start in dict.fromkeys(map(_begun, theirs)):
        end = start + timedelta(days=span.days - 1)
        within = _pupils(each for each in theirs if start <= _begun(each) <= end)
        if _is_many(len(within), within[-1], span, own, book):
            yield within


def _pupils(found: Iterable[Case]) -> Cluster:
    """Return the first case of each pupil: one who is entered day by day is one."""
    first: dict[Hashable, Case] = {}
    for case in found:
        first.setdefault((case.class_, case.pupil or case.row), case)
    return tuple(first.values())


def _is_many(count: int, last: Case, span: Span, own: int | None, book: Book) -> bool:
    if own is not None:
        return count >= own
    setting = book.settings.find(span.code, last.campus, last.begun)
    if setting is None or setting.value is None:
        return False
    return COMPARISONS.get(setting.comparator, COMPARISONS[">="])(count, setting.value)


def _joined(groups: Iterable[Cluster]) -> Iterator[Cluster]:
    """Put groups together that share a case, so that each cluster is told once."""
    found: list[dict[int, Case]] = []
    for group in groups:
        cases_ = {each.row: each for each in group}
        apart = []
        for other in found:
            if other.keys() & cases_.keys():
                cases_ |= other
            else:
                apart.append(other)
        found = [*apart, cases_]
    for each in found:
        yield tuple(sorted(each.values(), key=lambda case: (_begun(case), case.row)))


RULES: tuple[Rule, ...] = (no_cluster_in_a_class, no_cluster_in_the_school)
