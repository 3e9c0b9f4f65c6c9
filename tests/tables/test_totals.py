"""Whether total rows agree."""

import pytest
from tests.tables.drawing import ISSUE_HEADINGS, found, issue, sheet

from houqin.cells.values import CellError, CellValue, Uncached


def total(word: str, quantity: CellValue) -> list[CellValue]:
    return [word, None, None, None, None, quantity, None]


def rows(*quantities: CellValue) -> list[list[CellValue]]:
    return [issue(number, quantity=quantity) for number, quantity in enumerate(quantities, 1)]


@pytest.mark.parametrize(
    ("quantities", "value", "right"),
    [
        ((1, 2, 3), 6, None),
        ((1, 2, 3), 7, 6),
        ((1, "2", " 3 "), "6", None),
        ((1, "2", 3), "5", 6),
        ((0.1, 0.2), 0.3, None),
        ((0.1, 0.25), 0.36, 0.35),
        ((1, None, ""), 2, 1),
        ((-1, 3), 3, 2),
        ((1, "约2", 3), 7, None),
        ((1, "２", 3), 7, None),
        ((1, True), 9, None),
        ((1, CellError("#N/A")), 9, None),
        ((1, Uncached()), 9, None),
        ((None, None), 9, None),
        ((1, 2), "约9", None),
        ((1, 2), None, None),
        ((1, 2), Uncached(), None),
        ((1e300, 2), 9, None),
        ((float("nan"), 2), 9, None),
    ],
)
def test_a_total_is_compared_with_the_sum_of_plain_numbers(
    quantities: tuple[CellValue, ...], value: CellValue, right: float | None
) -> None:
    table = found(sheet(ISSUE_HEADINGS, *rows(*quantities), total("合计", value)))

    row = 2 + len(quantities)
    expected = (
        [] if right is None else [("TAB-04", row, "F", "数量", {"value": value, "sum": right})]
    )
    seen = [(o.code, o.row, o.column, o.heading, o.values) for o in table.oddities]
    assert [odd for odd in seen if odd[0] != "TAB-07"] == expected


@pytest.mark.parametrize(
    ("totals", "wrong"),
    [
        (("小计", 3, "小计", 7, "合计", 10), []),
        (("小计", 3, "小计", 10, "合计", 10), [7]),
        (("小计", 4, "本页合计", 7, "总  计", 11), [4, 8]),
        (("合计", 3, "合计", 7, "总计", 10), []),
        (("合计", 3, "合计", 10, "累计", 99), []),
        (("本部小计", 99, "小计", 7, "合计", 10), []),
    ],
)
def test_a_subtotal_covers_its_part_and_a_total_all_rows(
    totals: tuple[str, int, str, int, str, int], wrong: list[int]
) -> None:
    first, one, second, two, last, three = totals
    lines = [
        *rows(1, 2),
        total(first, one),
        *rows(3, 4),
        total(second, two),
        total(last, three),
    ]
    table = found(sheet(ISSUE_HEADINGS, *lines))

    # rows: 2 3 | 4 | 5 6 | 7 | 8
    assert [odd.row for odd in table.oddities] == wrong


def test_a_total_above_its_rows_covers_them() -> None:
    table = found(sheet(ISSUE_HEADINGS, total("合计", 5), *rows(1, 2)))

    assert [(odd.row, odd.values) for odd in table.oddities] == [(2, {"value": 5, "sum": 3})]


def test_only_columns_that_may_be_summed_are_judged() -> None:
    rows = [[*issue(1), 2.5], [*issue(2), 2.5], ["合计", 99, 99, 99, 99, 20, None, 6]]
    table = found(sheet([*ISSUE_HEADINGS, "金额"], *rows))

    assert [(odd.code, odd.column) for odd in table.oddities] == [("TAB-04", "H")]
