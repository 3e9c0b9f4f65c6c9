"""Which papers an open request lacks and what its next step is, along its whole way."""

from datetime import date
from decimal import Decimal

import pytest
from tests.areas.purchasing.drawn import book, levels, purchases, table

from houqin.areas.purchasing.papers import open_requests, waiting

STEPS: tuple[tuple[str, dict[str, object]], ...] = (  # the next step, and what taking it fills in
    ("审批", {"审批人": "李四", "审批日期": "2020-05-07"}),
    ("采购", {"采购人": "王五、赵六", "采购日期": "2020-05-08"}),
    ("验收", {"验收人": "周七", "验收日期": "2020-05-12"}),
    ("入库", {"入库单号": "RK-1"}),
    ("校长审阅", {"校长审阅日期": "2020-05-14"}),
    ("报销", {"发票号": "123", "发票金额": 200, "报销日期": "2020-05-15"}),
)
BLANK = {head: "" for _, cells in STEPS for head in cells}
MISSING = ("审批", "采购人", "验收记录", "入库单号", "发票", "校长审阅")


@pytest.mark.parametrize("taken", range(len(STEPS)))
def test_each_step_follows_the_one_before_it(taken: int) -> None:
    cells = {head: value for _, each in STEPS[:taken] for head, value in each.items()}

    (opened,) = open_requests(book(purchases({**BLANK, **cells})))

    assert opened.next_step.value.zh == STEPS[taken][0]
    lacking = [name for name in MISSING if name not in _filled(taken)]
    assert opened.facts()["missing"] == lacking


def _filled(taken: int) -> list[str]:
    by_step = ("审批", "采购人", "验收记录", "入库单号", "校长审阅", "发票")
    return list(by_step[:taken])


def test_what_is_reimbursed_refused_or_to_come_is_not_open() -> None:
    done = {head: value for _, each in STEPS for head, value in each.items()}
    drawn = purchases(
        {**BLANK, **done},
        {**BLANK, "申请单号": "SQ-2", "审批意见": "不同意"},
        {**BLANK, "申请单号": "SQ-3", "申请日期": "2020-07-01"},
    )

    assert open_requests(book(drawn)) == ()


def test_a_request_that_waits_names_the_role_that_approves_it_and_how_long_it_waits() -> None:
    drawn = purchases({**BLANK, "预算金额": 1500}, {**BLANK, "物品名称": "抹布", "预算金额": 500})
    tiers = levels({"金额上限": 2000}, {"金额下限": 2000, "审批职务": "校长"})

    (opened,) = waiting(book(drawn, tiers, as_of="2020-05-10"))

    assert opened.facts() == {
        "number": "SQ-1",
        "campus": "本部",
        "department": "德育处",
        "requester": "张三",
        "name": "口罩",
        "total": Decimal(2000),
        "requested": date(2020, 5, 6),
        "days": 4,
        "missing": list(MISSING),
        "next_step": "审批",
        "role": "校长",
        "due": None,
        "cell": "采购审批!A2",
    }
    assert opened.facts("en")["next_step"] == "approve"


def test_what_a_meeting_decides_needs_minutes_and_contract_and_a_service_no_receipt() -> None:
    more = {"会议纪要号": "", "合同号": "", "采购类别": ""}
    drawn = purchases(
        {**BLANK, **more, "预算金额": 10000},
        {**BLANK, **more, "申请单号": "SQ-2", "预算金额": "9999.99"},
        {**BLANK, **more, "申请单号": "SQ-3", "采购类别": "服务"},
    )

    lacking = {each.number: each.facts()["missing"] for each in open_requests(book(drawn))}

    assert lacking == {
        "SQ-1": [
            "审批",
            "会议纪要号",
            "采购人",
            "合同号",
            "验收记录",
            "入库单号",
            "发票",
            "校长审阅",
        ],
        "SQ-2": list(MISSING),
        "SQ-3": [name for name in MISSING if name != "入库单号"],
    }


def test_a_receipt_that_names_the_request_is_its_receipt() -> None:
    bought = {**BLANK, **STEPS[0][1], **STEPS[1][1], **STEPS[2][1]}
    receipts = table(
        "入库",
        [{"申请单号": "SQ-1"}],
        {
            "单据编号": "RK-1",
            "日期": "2020-05-12",
            "校区": "本部",
            "物品名称": "口罩",
            "单位": "盒",
            "数量": 10,
            "验收人": "周七",
            "保管员": "吴八",
        },
    )

    (opened,) = open_requests(book(purchases(bought), receipts))

    assert opened.next_step.value.zh == "校长审阅"
    assert opened.facts()["missing"] == ["发票", "校长审阅"]


def test_a_cell_that_cannot_be_read_is_there() -> None:
    (opened,) = open_requests(book(purchases({**BLANK, **STEPS[0][1], "审批日期": "#N/A"})))

    assert opened.next_step.value.zh == "采购"
