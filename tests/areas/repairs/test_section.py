"""The part of the summary about repairs, reckoned by hand, and on the demo by DuckDB."""

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from tests.areas.drawn import book_of
from tests.areas.repairs.drawn import repairs
from tests.areas.safety.drawn import drawn_as, settings

from houqin.areas.repairs.rows import Repair
from houqin.areas.repairs.section import section
from houqin.areas.repairs.sentences import SENTENCES
from houqin.demo_job import checked
from houqin.sections import Figure, Light, Section, SectionTable

CAMPUSES = drawn_as([["校区", "校区"], ["2", "本部"], ["3", "东园"]])
TERM = settings(("term.start", "2020-06-01", ""), ("term.end", "2020-07-17", ""))
LEDGER = repairs(
    {  # own work: 120 quoted, 45.5 spent
        "报修时间": "2020-06-01 08:00",
        "受理时间": "2020-06-01 09:00",
        "完成时间": "2020-06-03 15:00",
        "验收日期": "2020-06-03",
        "校内维修": "是",
        "预算金额": "150",
        "报价1": "130",
        "报价2": "120",
        "实际费用": "45.5",
        "评价": "5",
    },
    {  # own work: 60 estimated, the document was worth 2 × 16
        "报修时间": "2020-06-08 08:00",
        "地点": "食堂",
        "受理时间": "2020-06-08 10:00",
        "完成时间": "2020-06-08 15:00",
        "验收日期": "2020-06-09",
        "校内维修": "是",
        "预算金额": "60",
        "领用单号": "LY-001",
        "评价": "4",
    },
    {  # own work without a price to compare with
        "报修时间": "2020-06-09 08:00",
        "地点": "会议室",
        "受理时间": "2020-06-09 08:30",
        "完成时间": "2020-06-10 15:00",
        "验收日期": "2020-06-10",
        "校内维修": "是",
        "实际费用": "8",
    },
    {  # a firm, two days late, taken on late
        "报修时间": "2020-06-10 08:00",
        "校区": "东园",
        "维修类型": "土建",
        "受理时间": "2020-06-12 08:30",
        "完成时间": "2020-06-19 15:00",
        "验收日期": "2020-06-22",
        "校内维修": "否",
        "预算金额": "900",
        "实际费用": "880",
    },
    {"报修时间": "2020-06-15 08:00", "校区": "东园", "紧急程度": "紧急"},  # nobody took it on
    {  # reported before the term, finished in it
        "报修时间": "2020-05-29 08:00",
        "地点": "体育馆",
        "受理时间": "2020-05-29 09:00",
        "完成时间": "2020-06-01 09:00",
        "验收日期": "2020-06-01",
        "校内维修": "否",
        "实际费用": "100",
    },
    {"报修时间": "2020-06-16 08:00", "地点": "操场", "状态": "已取消"},
    {  # the same again, 8 days after the first
        "报修时间": "2020-06-29 08:00",
        "地点": "图书室",
        "受理时间": "2020-06-29 09:30",
    },
)
STOCK = drawn_as(
    [
        [
            "领用",
            "单据编号",
            "日期",
            "校区",
            "物品名称",
            "单位",
            "数量",
            "领用人",
            "领用部门",
            "用途",
        ],
        ["2", "LY-001", "2020-06-08", "本部", "灯管", "根", "2", "李强", "总务处", "食堂报修"],
    ]
) + drawn_as(
    [
        [
            "入库",
            "单据编号",
            "日期",
            "校区",
            "物品名称",
            "单位",
            "数量",
            "单价",
            "验收人",
            "保管员",
        ],
        ["2", "RK-001", "2020-06-01", "本部", "灯管", "根", "10", "16", "张三", "李四"],
    ]
)
DRAWN = LEDGER + STOCK + CAMPUSES + TERM


def told(drawn: str = DRAWN) -> Section:
    found = section(book_of(drawn))
    assert found is not None
    return found


def figure(key: str, drawn: str = DRAWN) -> Figure:
    return next(each for each in told(drawn).figures if each.key == f"repairs.{key}")


def table(key: str) -> SectionTable:
    return next(each for each in told().tables if each.key == f"repairs_{key}")


@pytest.mark.parametrize(
    ("key", "total", "main", "other"),
    [
        ("reported", 6, 4, 2),
        ("urgent", 1, 0, 1),
        ("finished", 5, 4, 1),
        ("finished_rate", Decimal(4) / 6, Decimal(3) / 4, Decimal(1) / 2),
        ("respond_rate", Decimal(4) / 6, Decimal(1), Decimal(0)),
        ("hours_to_respond", Decimal("10.7"), Decimal("1.3"), Decimal("48.5")),
        ("finish_rate", Decimal(4) / 5, Decimal(1), Decimal(0)),
        ("days_to_finish", Decimal("3.0"), Decimal("1.5"), Decimal("9.0")),
        ("overdue", 1, 0, 1),
        ("repeated", 1, 1, 0),
        ("cost", Decimal("1065.50"), Decimal("185.50"), Decimal("880.00")),
        ("cost_outside", Decimal("980.00"), Decimal("100.00"), Decimal("880.00")),
        ("own_share", Decimal(3) / 5, Decimal(3) / 4, Decimal(0)),
        ("saved", Decimal("102.50"), Decimal("102.50"), Decimal("0.00")),
        ("rating", Decimal("4.5"), Decimal("4.5"), None),
    ],
)
def test_a_figure_is_that_reckoned_by_hand(
    key: str, total: object, main: object, other: object
) -> None:
    found = figure(key)

    assert (found.total, found.by_campus["本部"], found.by_campus["东园"]) == (total, main, other)


def test_the_target_is_that_of_the_settings() -> None:
    assert figure("respond_rate").light is Light.RED
    assert figure("overdue").light is Light.RED
    assert figure("respond_rate").target == Decimal("0.98")


def test_the_tables_are_those_reckoned_by_hand() -> None:
    assert table("by_kind").rows == (("水电", 4, 1, 5), ("土建", 0, 1, 1))
    assert table("turnaround").rows == (
        ("水电", 4, Decimal("1.5"), 3, 0),
        ("土建", 1, Decimal("9.0"), 9, 1),
        ("合计", 5, Decimal("3.0"), 9, 1),
    )
    assert table("costs").rows == (
        ("水电", 3, Decimal("85.50"), 1, Decimal("100.00"), Decimal("102.50")),
        ("土建", 0, Decimal("0.00"), 1, Decimal("880.00"), Decimal("0.00")),
        ("合计", 3, Decimal("85.50"), 2, Decimal("980.00"), Decimal("102.50")),
    )
    assert [row[0] for row in table("overdue").rows] == ["BX-005"]
    assert table("by_month").rows == (("2020-06", 6, 5, 5),)


def test_without_the_sheet_nothing_is_told() -> None:
    assert section(book_of(CAMPUSES)) is None


def test_sentences_speak_of_figures_of_the_section_only() -> None:
    keys = {each.key for each in told().figures}
    named = {
        part.partition("}")[0]
        for each in SENTENCES
        for words in each.words
        for part in words.split("{")[1:]
    }

    assert named | {each.when for each in SENTENCES if each.when} <= keys
    assert len(SENTENCES) >= 3


JUDGED = """
select
  count(*) filter (reported >= date '2020-02-10'),
  count(*) filter (urgency = '紧急'),
  count(finished),
  round(avg(date_diff('day', cast(reported as date), cast(finished as date)))
        filter (finished is not null), 1),
  round(sum(cost) filter (finished is not null), 2),
  round(sum(coalesce(least(quote_1, quote_2, quote_3), estimate) - cost)
        filter (in_house and finished is not null), 2)
from ledger
"""


def test_the_figures_of_the_demo_are_those_of_duckdb(clean_book: Path) -> None:
    demo = checked(clean_book).book
    fields = [
        "reported",
        "urgency",
        "finished",
        "cost",
        "quote_1",
        "quote_2",
        "quote_3",
        "estimate",
        "in_house",
    ]
    ledger = duckdb.connect()
    ledger.execute(
        "create table ledger (reported timestamp, urgency text, finished timestamp, "
        "cost decimal(12,2), quote_1 decimal(12,2), quote_2 decimal(12,2), "
        "quote_3 decimal(12,2), estimate decimal(12,2), in_house boolean)"
    )
    lines = zip(*(demo[Repair].column(field) for field in fields), strict=True)
    ledger.executemany(f"insert into ledger values ({','.join('?' * len(fields))})", list(lines))
    judged = ledger.execute(JUDGED).fetchone()

    found = section(demo)
    assert found is not None
    figures = {each.key: each.total for each in found.figures}
    keys = ("reported", "urgent", "finished", "days_to_finish", "cost", "saved")
    assert judged is not None
    assert [float(str(figures[f"repairs.{key}"])) for key in keys] == list(map(float, judged))
