"""Budgets: what was approved, committed and spent, reckoned again by DuckDB."""

from decimal import Decimal

import duckdb
from hypothesis import given
from hypothesis import strategies as st
from tests.areas.purchasing.drawn import book, budgets, found, purchases

from houqin.areas.purchasing.spending import spendings

DEPARTMENTS, KINDS = ("德育处", "教导处", "总务处"), ("服务", "设备", "")
STATES = ("waiting", "approved", "invoiced", "paid", "refused")
AMOUNTS = st.integers(1, 500).map(Decimal)

rows_ = st.lists(
    st.tuples(
        st.sampled_from(DEPARTMENTS),
        st.sampled_from(KINDS),
        st.sampled_from(STATES),
        AMOUNTS,
        AMOUNTS,
    ),
    max_size=8,
)
budgets_ = st.lists(
    st.tuples(st.sampled_from((*DEPARTMENTS, "")), st.sampled_from(KINDS), st.integers(100, 900)),
    unique_by=lambda each: each[:2],
    min_size=1,
    max_size=5,
)
Asked = tuple[str, str, str, Decimal, Decimal]
Stated = tuple[str, str, int]


def drawn_purchase(number: int, asked: Asked) -> dict[str, object]:
    department, kind, state, amount, invoiced = asked
    row: dict[str, object] = {
        "申请单号": f"SQ-{number}",
        "申请部门": department,
        "采购类别": kind,
        "物品名称": f"物品{number}",
        "预算金额": amount,
        "审批人": "",
        "审批日期": "",
        "审批意见": "不同意" if state == "refused" else "",
        "发票金额": "",
        "报销日期": "",
        "报销金额": "",
    }
    if state in ("approved", "invoiced", "paid"):
        row |= {"审批人": "李四", "审批日期": "2020-05-07", "审批意见": "同意"}
    if state in ("invoiced", "paid"):
        row["发票金额"] = invoiced
    if state == "paid":
        row |= {"报销日期": "2020-05-20", "报销金额": invoiced}
    return row


@given(rows_, budgets_)
def test_each_budget_is_taken_as_duckdb_reckons_it(
    asked: list[Asked], stated: list[Stated]
) -> None:
    read = book(
        purchases(*(drawn_purchase(n, each) for n, each in enumerate(asked))),
        budgets(*({"部门": d, "采购类别": k, "预算金额": a} for d, k, a in stated)),
    )

    got = [(each.waiting, each.committed, each.actual, each.left) for each in spendings(read)]
    assert got == _by_duckdb(asked, stated)


def _by_duckdb(asked: list[Asked], stated: list[Stated]) -> list[tuple[Decimal, ...]]:
    base = duckdb.connect()
    base.execute(
        "create table asked (n int, d text, k text, s text, a decimal(12,2), i decimal(12,2))"
    )
    base.execute("create table stated (n int, d text, k text, a decimal(12,2))")
    for number, each in enumerate(asked):
        base.execute("insert into asked values (?, ?, ?, ?, ?, ?)", (number, *each))
    for number, line in enumerate(stated):
        base.execute("insert into stated values (?, ?, ?, ?)", (number, *line))
    return base.execute(
        """
        with fitting as (
          select asked.*, stated.n as budget, row_number() over (
            partition by asked.n order by (stated.d <> '') desc, (stated.k <> '') desc) as place
          from asked join stated
            on (stated.d = '' or stated.d = asked.d) and (stated.k = '' or stated.k = asked.k)
        ), own as (select * from fitting where place = 1)
        select
          coalesce(sum(own.a) filter (own.s = 'waiting'), 0),
          coalesce(sum(if(own.s = 'approved', own.a, own.i))
            filter (own.s in ('approved', 'invoiced')), 0),
          coalesce(sum(own.i) filter (own.s = 'paid'), 0),
          any_value(stated.a)
            - coalesce(sum(if(own.s = 'approved', own.a, own.i))
                filter (own.s in ('approved', 'invoiced', 'paid')), 0)
        from stated left join own on own.budget = stated.n group by stated.n order by stated.n
        """
    ).fetchall()


def test_an_overspent_budget_is_an_error_a_warning_or_nothing_by_its_policy() -> None:
    over = purchases({"预算金额": 300}, {"申请单号": "SQ-2", "物品名称": "抹布"})

    told = {
        policy: [
            found(book(over, budgets({"预算金额": 400, "控制方式": policy})), code)
            for code in ("BUD-02", "BUD-03")
        ]
        for policy in ("停止", "提醒", "", "不控")
    }

    assert told == {"停止": [["H3"], []], "提醒": [[], ["H3"]], "": [[], ["H3"]], "不控": [[], []]}


def test_what_is_approved_invoiced_and_paid_counts_once() -> None:
    steps = {"审批人": "李四", "审批日期": "2020-05-07", "发票金额": 190}
    paid = {**steps, "报销日期": "2020-05-20", "报销金额": 180}

    for row, committed, actual in ((steps, 190, 0), (paid, 0, 180)):
        (spending,) = spendings(book(purchases(row), budgets({})))
        assert [spending.committed, spending.actual] == [Decimal(committed), Decimal(actual)]
