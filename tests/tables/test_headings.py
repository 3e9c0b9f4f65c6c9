"""What headings say, and which field takes which column."""

import pytest
from tests.tables.drawing import (
    INSPECTIONS,
    ISSUE_HEADINGS,
    ISSUES,
    cells,
    found,
    issue,
    sheet,
    told,
)

from houqin.tables.headings import plain
from houqin.tables.layout import Head, Layout


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("班级（需与提供的班级完全一致）", "班级"),
        ("填报时段（晨/午/晚）", "填报时段"),
        ("整改要求（措施）", "整改要求"),
        ("未到校原因\u3000（是否到校选择是，这里勾选无）", "未到校原因"),
        (" 数 量＊", "数量"),
        ("*数量", "数量"),
        ("检查人：", "检查人"),
        ("领用\n部门", "领用部门"),
        ("金额(元)【必填】", "金额"),
        ("班级（需与（表一）一致）", "班级"),
        ("数量（个", "数量"),
        ("（日期）", "日期"),
        ("规格/型号", "规格型号"),
        ("帐面数量", "账面数量"),
        ("ＩＤ", "id"),
        ("", ""),
    ],
)
def test_plain_takes_decoration_off(heading: str, said: str) -> None:
    assert plain(heading) == said


@pytest.mark.parametrize("head", [h for h in ISSUES.heads if not h.fact], ids=lambda h: h.field)
def test_every_alias_is_understood(head: Head) -> None:
    for name in (head.heading, *head.aliases):
        others = [h.heading for h in ISSUES.heads if h.field != head.field]
        table = found(sheet([name, *others], ["x"] * 11))

        assert table.columns[head.field].letter == "A"
        assert table.columns[head.field].heading == name
        assert table.oddities == ()


def test_the_standard_heading_wins_over_an_alias() -> None:
    table = found(sheet(["领用时间", *ISSUE_HEADINGS], ["5月1日", *issue(1)]))

    assert (table.columns["date"].letter, told(table), table.extra) == ("C", [], ("领用时间",))


@pytest.mark.parametrize(
    ("second", "odd"),
    [
        ((None, " "), []),
        ((10, 20), []),
        ((10, 21), [("TAB-02", "H1")]),
    ],
)
def test_a_doubled_heading_is_told_unless_its_column_adds_nothing(
    second: tuple[object, object], odd: list[tuple[str, str]]
) -> None:
    rows = ([*issue(1, quantity=10), second[0]], [*issue(2, quantity=20), second[1]])
    table = found(sheet([*ISSUE_HEADINGS, "数 量"], *rows))

    assert (cells(table, "quantity"), told(table)) == ([10, 20], odd)


def test_the_first_of_two_columns_is_not_read_where_only_the_second_is_filled() -> None:
    table = found(sheet([*ISSUE_HEADINGS, "数量"], [*issue(1, quantity=None), 7]))

    assert (cells(table, "quantity"), told(table)) == ([7], [])


def test_two_aliases_are_no_better_than_two_standard_headings() -> None:
    headings = [h if h != "数量" else "领用数量" for h in ISSUE_HEADINGS]
    table = found(sheet([*headings, "领取数量"], [*issue(1), 11]))

    odd = table.oddities[0]
    assert (odd.code, odd.column, odd.heading) == ("TAB-02", "H", "领取数量")
    assert odd.values == {"headings": "领取数量", "used": "F"}


def test_a_heading_that_two_fields_may_claim_is_not_shared_out_between_them() -> None:
    heads = (
        Head("place", "地点", ("名称",)),
        Head("item", "物品", ("名称",)),
        Head("note", "备注"),
    )
    layout = Layout("visits", "走访", (), heads)
    table = found(sheet(["名称", "名称", "备注"], ["食堂", "冰箱", "无"]), layout)

    assert (cells(table, "place"), "item" in table.columns) == (["食堂"], False)
    assert told(table) == [("TAB-02", "B1")]


def test_a_second_table_beside_the_first_is_told_once() -> None:
    beside = issue(2, quantity=3, name="手套", person="李四")
    table = found(sheet([*ISSUE_HEADINGS, None, *ISSUE_HEADINGS], [*issue(1), None, *beside]))

    assert cells(table, "name") == ["口罩"]
    # 单据编号, 物品名称, 数量 and 领用人 differ, in columns I, L, N and O
    assert told(table) == [("TAB-02", "I1")]


def test_extra_columns_are_kept_but_for_the_counter_and_houqins_own() -> None:
    headings = ["序号", *ISSUE_HEADINGS, "结存\n（只）", "校验结果"]
    table = found(sheet(headings, [1, *issue(1), 90, "✘【数量】"]))

    assert table.extra == ("结存\n（只）",)


def test_a_counter_that_a_ledger_claims_is_read() -> None:
    layout = Layout("goals", "工作目标", (), (Head("number", "序号"),))
    table = found(sheet(["序号", "目标"], [1, "安全"]), layout)

    assert (cells(table, "number"), table.extra) == ([1], ("目标",))


@pytest.mark.parametrize(
    ("written", "odd", "values"),
    [
        # required: told as missing, with what may be meant
        ("数里", ("TAB-01", ""), {}),  # of two letters, one is half the word
        ("量数", ("TAB-01", "F"), {"suggest": "量数"}),
        ("领用数里", ("TAB-01", "F"), {"suggest": "领用数里"}),
        ("重量", ("TAB-01", ""), {}),
    ],
)
def test_a_required_heading_that_is_misspelt_is_missing_with_a_suggestion(
    written: str, odd: tuple[str, str], values: dict[str, str]
) -> None:
    headings = [h if h != "数量" else written for h in ISSUE_HEADINGS]
    table = found(sheet(headings, issue(1)))

    (one,) = table.oddities
    assert (one.code, one.column or "", one.row, one.heading) == (*odd, 1, "数量")
    assert one.values == values


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        ("规格型好", None),  # another last letter: another word
        ("规格性号", "规格型号"),
        ("规行性号", None),
        ("规格型号号", "规格型号"),
        ("保员管", "保管员"),
        ("采购员", None),
        ("单价", None),
    ],
)
def test_a_misspelt_optional_heading_is_told_when_sure(written: str, suggested: str | None) -> None:
    table = found(sheet([*ISSUE_HEADINGS, written], [*issue(1), "x"]))

    values = {"value": written, "suggest": suggested}
    expected = [("TAB-03", 1, "H", written, values)] if suggested else []
    seen = [(o.code, o.row, o.column, o.heading, o.values) for o in table.oddities]
    assert seen == expected
    assert table.extra == (written,)


def test_every_missing_required_heading_is_told_once_at_the_heading_row() -> None:
    table = found(
        sheet(["检查项目", "检查内容", "检查结果"], ["消防", "灭火器", "正常"]), INSPECTIONS
    )

    seen = [(o.code, o.row, o.column, o.heading) for o in table.oddities]
    assert seen == [("TAB-01", 1, None, name) for name in ("检查日期", "校区", "检查人")]


@pytest.mark.parametrize(
    ("headings", "column"),
    [(("录入时间", "领用日期"), "D"), (("领用日期", "录入时间"), "C"), (("录入时间", None), "C")],
)
def test_a_weak_name_counts_only_where_there_is_no_other(
    headings: tuple[str | None, str | None], column: str
) -> None:
    date = Head("date", "日期", ("领用日期",), required=True, weak=("录入时间",))
    layout = Layout("stock_issues", "领用", (), (Head("number", "单据编号"), date))
    table = found(sheet(("序号", "单据编号", *headings), [1, "LY-1", "5月12日", "5月13日"]), layout)

    assert table.columns["date"].letter == column
    assert "TAB-02" not in [code for code, _ in told(table)]
