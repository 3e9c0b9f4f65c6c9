"""Clusters, told once each, against a count that looks at every day, class and illness in turn."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from tests.areas.drawn import book_of

from houqin.areas.health.clusters import class_clusters, school_clusters

FIRST = date(2020, 5, 11)
WATCHED, OTHERS = ("呕吐", "皮疹", "咳嗽"), ("头痛", "腹痛")
CLASSES = ("6.1", "6.2")
LIMITS = {"水痘": (2, None, 4), "风疹": (None, 6, None)}  # class_day, class_three_days, school_week
CLASS_DAY, THREE_DAYS = 3, 5


class Ill(NamedTuple):
    """One case as it is drawn."""

    day: int
    class_: str
    symptoms: tuple[str, ...]
    disease: str


CASES = st.lists(
    st.builds(
        Ill,
        st.integers(0, 9),
        st.sampled_from(CLASSES),
        st.lists(st.sampled_from(WATCHED + OTHERS), min_size=1, max_size=2, unique=True).map(tuple),
        st.sampled_from(("", "水痘", "风疹", "普通感冒")),
    ),
    max_size=14,
)


def drawn(cases: list[Ill]) -> str:
    lines = ["| 病种 | 病种 | 同班一日 | 同班三日 | 全校七日 |"]
    for row, (disease, limits) in enumerate(LIMITS.items(), 2):
        lines.append(f"| {row} | {disease} | {' | '.join(str(n or '') for n in limits)} |")
    lines.append("| 因病缺课 | 日期 | 校区 | 班级 | 姓名 | 症状 | 病种 | 发病日期 |")
    for row, each in enumerate(cases, 2):
        day, name = FIRST + timedelta(days=each.day), f"小{chr(0x4E00 + row)}"
        symptoms = "、".join(each.symptoms)
        lines.append(
            f"| {row} | {day} | 本部 | {each.class_} | {name} | {symptoms} | {each.disease} | {day} |"
        )
    return "\n".join(lines) + "\n"


def many(
    cases: list[Ill], within: set[int], days: int, limit: int | None
) -> Iterator[frozenset[int]]:
    """Yield every set of cases in so many days running that is as large as the limit."""
    for start in range(-days, 10):
        found = frozenset(i for i in within if start <= cases[i].day < start + days)
        if limit is not None and len(found) >= limit:
            yield found


def in_classes(cases: list[Ill]) -> Iterator[frozenset[int]]:
    spans = ((1, 0, CLASS_DAY), (3, 1, THREE_DAYS))
    for class_, (days, own, usual) in product(CLASSES, spans):
        here = {i for i, each in enumerate(cases) if each.class_ == class_}
        for disease in {each.disease for each in cases} - {""}:
            limit = LIMITS.get(disease, (None, None, None))[own] or usual
            yield from many(cases, {i for i in here if cases[i].disease == disease}, days, limit)
        plain = {i for i in here if LIMITS.get(cases[i].disease, (None,) * 3)[own] is None}
        for symptom in WATCHED:
            theirs = {i for i in plain if symptom in cases[i].symptoms}
            yield from many(cases, theirs, days, usual)


def in_school(cases: list[Ill]) -> Iterator[frozenset[int]]:
    theirs = {i for i, each in enumerate(cases) if each.disease == "水痘"}
    return many(cases, theirs, 7, LIMITS["水痘"][2])


def apart(groups: Iterator[frozenset[int]]) -> set[frozenset[int]]:
    """Join what overlaps until nothing does."""
    found = set(groups)
    while pair := next(((a, b) for a in found for b in found if a != b and a & b), None):
        found -= set(pair)
        found.add(pair[0] | pair[1])
    return found


@given(CASES)
def test_clusters_are_those_of_a_count_day_by_day(cases: list[Ill]) -> None:
    book = book_of(drawn(cases))

    told = [frozenset(case.row for case in each) for each in class_clusters(book)]
    everywhere = [frozenset(case.row for case in each) for each in school_clusters(book)]
    assert sorted(map(sorted, told)) == sorted(map(sorted, apart(in_classes(cases))))
    assert sorted(map(sorted, everywhere)) == sorted(map(sorted, apart(in_school(cases))))


def test_the_draw_does_find_clusters() -> None:
    """The property above is not about empty books alone."""
    three = [Ill(2, "6.1", ("呕吐",), "")] * 3
    four = [Ill(day, "6.2", ("头痛",), "水痘") for day in (0, 2, 4, 6)]

    book = book_of(drawn([*three, *four]))

    assert [len(each) for each in class_clusters(book)] == [3]
    assert [len(each) for each in school_clusters(book)] == [4]


def test_who_is_counted_by_class() -> None:
    found: dict[str, int] = defaultdict(int)
    for each in class_clusters(book_of(drawn([Ill(1, "6.1", ("皮疹",), "水痘")] * 2))):
        found[str(each[0].class_)] += len(each)

    assert found == {"6.1": 2}
