"""Which row of the book a row of a source is: by its key, else by all that it says."""

from tests.importing.drawn import BOOK, HELD, added, issues, planned, states

from houqin.hosts.memory import TextHost
from houqin.importing.plan import ImportPlan, Twin

MASKS = "| LY-1 | 2020-05-12 | 本部 | KZ-001 | 口罩 | 只 | 12 | | 张三 | 总务处 | 防疫 | |"
NAMELESS = MASKS.replace("LY-1", "")
COUNTS = "| 盘点 | 盘点单号 | 盘点日期 | 校区 | 物品编号 | 物品名称 | 单位 | 实盘数量 | 盘点人 |\n"
CHECKS = "| 检查记录 | 检查日期 | 检查类型 | 校区 | 检查区域 | 检查项目 | 检查内容 | 检查结果 | 检查人 |\n"


def numbered(*rows: str, first: int = 2) -> str:
    return "\n".join(f"| {number} {row}" for number, row in enumerate(rows, first))


def short(plan: ImportPlan) -> list[str]:
    return [state for _, _, state in states(plan)]


def twins(plan: ImportPlan) -> list[Twin | None]:
    return [row.twin for ledger in plan.ledgers for row in ledger.rows]


def test_two_rows_of_one_number_and_item_are_both_the_one_that_is_there() -> None:
    plan = planned(BOOK + HELD, issues(MASKS, MASKS))

    assert short(plan) == ["there", "there"]
    assert twins(plan) == [Twin("", "领用", 5)] * 2


def test_a_batch_is_part_of_the_key() -> None:
    other = MASKS.replace("| 12 | |", "| 12 | 20200101 |")

    assert short(planned(BOOK + HELD, issues(other))) == ["new"]


def test_rows_of_one_key_within_one_source_are_all_taken() -> None:
    other = MASKS.replace("| 12 |", "| 5 |")

    assert short(planned(BOOK, issues(MASKS, other))) == ["new", "new"]


def test_rows_without_a_number_are_compared_by_all_they_say_and_counted() -> None:
    book = BOOK + numbered(NAMELESS + " |", first=5)
    other = NAMELESS.replace("| 12 |", "| 5 |")

    plan = planned(book, issues(NAMELESS, NAMELESS, other))

    assert short(plan) == ["there", "new", "new"]


def test_what_two_sources_both_hold_is_taken_once() -> None:
    plan = planned(
        BOOK, issues(NAMELESS, MASKS), issues(NAMELESS, MASKS.replace("| 12 |", "| 14 |"))
    )

    assert short(plan) == ["new", "new", "there", "differs"]
    assert twins(plan)[2:] == [Twin("1.xlsx", "领用", 2), Twin("1.xlsx", "领用", 3)]
    assert len(plan.added["stock_issues"].rows) == 2


def test_an_item_without_a_number_is_known_by_its_name() -> None:
    bare = [MASKS.replace("KZ-001", ""), MASKS.replace("KZ-001", "").replace("口罩", "手套")]

    plan = planned(BOOK + numbered(bare[0] + " |", first=5), issues(bare[1], bare[0]))

    assert short(plan) == ["new", "there"]


def test_a_source_without_numbers_of_items_finds_them_by_name() -> None:
    rows = issues(MASKS.replace("KZ-001", ""), MASKS.replace("KZ-001", "").replace("12 |", "14 |"))

    plan = planned(BOOK + HELD, rows.replace("物品编号", "物品外号"))

    assert short(plan) == ["there", "new"]


def test_a_column_that_the_source_lacks_makes_no_difference() -> None:
    book = BOOK + numbered(MASKS.removesuffix("| |") + "| 已签收 | |", first=5)

    assert short(planned(book, issues(MASKS).replace("| 备注 |", "| 随想 |"))) == ["there"]
    assert short(planned(book, issues(MASKS))) == ["differs"]


def test_counts_without_a_number_are_told_apart_by_day_and_campus() -> None:
    held = "| | 2020-05-30 | 本部 | KZ-001 | 口罩 | 只 | 9 | 张三 |"
    later = held.replace("05-30", "06-30")
    elsewhere = held.replace("本部", "东园")
    corrected = held.replace("| 9 |", "| 8 |")

    plan = planned(COUNTS + numbered(held), COUNTS + numbered(later, elsewhere, corrected, held))

    assert short(plan) == ["new", "new", "new", "there"]
    assert short(planned(COUNTS + numbered(held), COUNTS + numbered(corrected))) == ["differs"]


def test_rows_of_a_key_that_several_may_have_are_told_apart_by_their_order() -> None:
    one, two, three = (
        f"| 2020-05-12 | 日巡视 | 本部 | 食堂 | 食品安全 | {what} | 正常 | 张三 |"
        for what in ("留样", "消毒", "台账")
    )

    plan = planned(CHECKS + numbered(one, two), CHECKS + numbered(two, three, one))

    assert short(plan) == ["there", "new", "there"]
    changed = one.replace("留样", "留样柜")
    assert short(planned(CHECKS + numbered(one, two), CHECKS + numbered(changed, two))) == [
        "differs",
        "there",
    ]


def test_what_cannot_be_read_is_compared_as_it_stands() -> None:
    doubtful = MASKS.replace("2020-05-12", "'5.12").replace("| 12 |", "| 约12 |")
    held = BOOK + numbered(doubtful + " |", first=5)

    assert short(planned(held, issues(doubtful))) == ["there"]
    (row,) = planned(held, issues(MASKS)).ledgers[0].rows
    assert [(each.heading, each.value, each.other_value) for each in row.differences] == [
        ("日期", "2020-05-12", "5.12"),
        ("数量", "12", "约12"),
    ]


def test_importing_twice_gives_nothing_new() -> None:
    source = issues(NAMELESS, MASKS, MASKS.replace("2020-05-12", "5月13日").replace("LY-1", "LY-9"))
    first = planned(BOOK, source)
    rows = [
        "| " + " | ".join("" if cell is None else f"'{cell}" for cell in row) + " | |"
        for row in first.added["stock_issues"].rows
    ]

    again = planned(TextHost(BOOK + numbered(*rows, first=5)), source)

    assert short(first) == ["new", "new", "doubtful"]
    assert short(again) == ["there"] * 3
    assert again.added == {}


def test_two_people_of_one_name_are_two_where_they_have_numbers() -> None:
    people = "| 人员 | 工号 | 姓名 | 部门 |\n"
    held = people + "| 2 | 1 | 张三 | 总务处 |"

    plan = planned(held, people + "| 2 | 2 | 张三 | 教务处 |\n| 3 | 1 | 张三 | 总务处 |")

    assert short(plan) == ["new", "there"]
    assert [row["number"] for row in added(plan, "people")] == ["2"]
