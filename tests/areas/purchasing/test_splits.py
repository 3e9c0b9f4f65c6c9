"""Split purchases, against every pair, triple and so on of requests."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.areas.purchasing.drawn import book, found, purchases

FIRST, LIMIT, DAYS = date(2020, 3, 1), Decimal(10000), 30
ALIKE = (("申请人", "采购类别"), ("申请人", "供应商"), ("供应商", "采购类别"))

asked = st.lists(
    st.fixed_dictionaries(
        {
            "申请日期": st.integers(0, 80).map(lambda days: FIRST + timedelta(days=days)),
            "申请人": st.sampled_from(("张三", "李四")),
            "采购类别": st.sampled_from(("服务", "设备")),
            "供应商": st.sampled_from(("甲店", "乙店", "")),
            "预算金额": st.sampled_from((2000, 5000, 9999, 12000)),
        }
    ),
    min_size=2,
    max_size=6,
)


@given(asked)
def test_a_group_is_told_exactly_where_some_requests_reach_the_limit_together(
    rows: list[dict[str, object]],
) -> None:
    numbered = [
        {**row, "申请单号": f"SQ-{number}", "物品名称": f"物品{number}"}
        for number, row in enumerate(rows)
    ]

    assert bool(found(book(purchases(*numbered)), "BUY-38")) == any(
        _is_split(group) for size in range(2, len(rows) + 1) for group in combinations(rows, size)
    )


def _is_split(group: tuple[dict[str, object], ...]) -> bool:
    amounts = [Decimal(str(row["预算金额"])) for row in group]
    days = [row["申请日期"] for row in group if isinstance(row["申请日期"], date)]
    alike = any(
        len({tuple(row[name] for name in names) for row in group}) == 1
        and all(group[0][name] for name in names)
        for names in ALIKE
    )
    near = (max(days) - min(days)).days <= DAYS
    return alike and near and max(amounts) < LIMIT <= sum(amounts)
