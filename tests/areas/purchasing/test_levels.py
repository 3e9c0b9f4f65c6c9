"""The approval matrix, against a plain reading of every cent."""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.areas.purchasing.drawn import book, found, levels

from houqin import udfs
from houqin.areas.purchasing.levels import Case, matrix
from houqin.book import Book

CAMPUSES, KINDS = ("本部", "东园"), ("服务", "设备")
SCHOOL = "| 校区 | 校区 |\n| 2 | 本部 |\n| 3 | 东园 |\n"
LISTS = (
    "| 清单 | 清单 | 值 | 归类 | 启用 |\n| 2 | 采购类别 | 服务 | 不入库 | 是 |\n"
    "| 3 | 采购类别 | 设备 | 不入库 | 是 |\n"
)
CASES = [Case(campus, kind) for campus in CAMPUSES for kind in KINDS]
HEADINGS = ("校区", "采购类别", "金额下限", "含下限", "金额上限", "含上限", "审批职务")
MOST = 12  # no limit lies above so many cents


@dataclass(frozen=True)
class Line:
    campus: str
    kind: str
    above: int  # cents
    above_included: bool
    below: int | None
    below_included: bool

    def has(self, cents: int, case: Case) -> bool:
        """Tell whether the line is about an amount, as one reads it aloud."""
        if self.campus not in ("", case.campus) or self.kind not in ("", case.kind):
            return False
        if cents < self.above or (cents == self.above and not self.above_included):
            return False
        if self.below is None or cents < self.below:
            return True
        return cents == self.below and self.below_included

    @property
    def says(self) -> int:
        return (self.campus != "") + (self.kind != "")

    @property
    def is_empty(self) -> bool:
        case = Case(self.campus or "本部", self.kind or "服务")
        return not any(self.has(cents, case) for cents in range(MOST + 2))


lines = st.lists(
    st.builds(
        Line,
        st.sampled_from(("", *CAMPUSES)),
        st.sampled_from(("", *KINDS)),
        st.integers(0, MOST),
        st.booleans(),
        st.none() | st.integers(0, MOST),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


def drawn(of: list[Line]) -> Book:
    return book(SCHOOL, LISTS, levels(*(_cells(number, line) for number, line in enumerate(of))))


def _cells(number: int, line: Line) -> dict[str, object]:
    """Return the cells of a line, in the order of HEADINGS."""
    cells = (
        line.campus,
        line.kind,
        line.above / 100,
        "是" if line.above_included else "否",
        "" if line.below is None else line.below / 100,
        "是" if line.below_included else "否",
        f"职务{number}",
    )
    return dict(zip(HEADINGS, cells, strict=True))


def deciding(of: list[Line], cents: int, case: Case) -> list[str]:
    fitting = [(n, line) for n, line in enumerate(of) if line.has(cents, case)]
    most = max((line.says for _, line in fitting), default=0)
    return [f"职务{n}" for n, line in fitting if line.says == most]


@given(lines)
def test_each_cent_is_decided_by_the_lines_that_say_most_about_it(of: list[Line]) -> None:
    read = matrix(drawn(of))

    for case in CASES:
        for cents in range(MOST + 2):
            amount = Decimal(cents) / 100
            names = [line.approver for line in read.deciding(amount, case)]
            assert (cents, names) == (cents, deciding(of, cents, case))


@given(lines)
def test_a_gap_is_told_exactly_where_some_cent_has_no_line(of: list[Line]) -> None:
    read = drawn(of)
    told = found(read, "APL-03")

    if any(line.is_empty for line in of):
        assert told == []  # APL-01 tells why nobody knows
        assert found(read, "APL-01")
    else:
        gaps = any(not deciding(of, c, case) for case in CASES for c in range(1, MOST + 2))
        assert bool(told) == gaps


@given(lines)
def test_an_overlap_is_told_exactly_where_two_lines_that_say_as_much_share_a_cent(
    of: list[Line],
) -> None:
    rivals = {
        later
        for later, line in enumerate(of)
        for other in of[:later]
        for case in CASES
        for cents in range(MOST + 2)
        if line.says == other.says and line.has(cents, case) and other.has(cents, case)
    }

    assert sorted(filter(None, found(drawn(of), "APL-02"))) == [
        f"C{number + 2}" for number in sorted(rivals)
    ]


@given(lines)
def test_the_worksheet_function_reads_the_same_matrix(of: list[Line]) -> None:
    cells = [list(HEADINGS), *([*_cells(number, line).values()] for number, line in enumerate(of))]

    for case in CASES:
        names = deciding(of, 5, case)
        told = udfs.HQ_APPROVER(0.05, case.kind, case.campus, cells)
        assert told == names[0] if len(names) == 1 else told.startswith("?")
