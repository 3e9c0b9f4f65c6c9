"""What holds of 参数: what the sheet says, for whom and from when, else the default."""

from datetime import date
from decimal import Decimal

import pytest
from tests.areas.drawn import book_of

from houqin.problems import Place
from houqin.settings import Settings, SettingValue

WARNED_BY = "hazard.due_soon_days"  # 7 days by default


def settings_of(*rows: tuple[str, str, str]) -> Settings:
    """Read 参数 with rows of code, value and unit."""
    lines = ["| 参数 | 代码 | 参数 | 值 | 单位 | 来源 |"]
    lines += [
        f"| {row} | {code} | 一项 | {value} | {unit} | 学校自定 |"
        for row, (code, value, unit) in enumerate(rows, 2)
    ]
    return book_of("\n".join(lines) + "\n").settings


@pytest.mark.parametrize(
    ("code", "value", "unit", "held"),
    [
        (WARNED_BY, "5", "天", Decimal(5)),
        (WARNED_BY, "５天", "", Decimal(5)),
        (WARNED_BY, "5", "日", Decimal(5)),
        (WARNED_BY, "", "天", None),
        (WARNED_BY, "很快", "天", Decimal(7)),
        (WARNED_BY, "-5", "天", Decimal(7)),
        (WARNED_BY, "5", "周", Decimal(7)),
        (WARNED_BY, "5周", "", Decimal(7)),
        (WARNED_BY, "2.5", "天", Decimal(7)),
        ("buy.collective", "1.5万", "元", Decimal(15000)),
        ("survey.target", "90%", "", Decimal("0.9")),
        ("survey.target", "0.9", "", Decimal("0.9")),
        ("survey.target", "90", "%", Decimal("0.9")),
        ("survey.target", "90", "", Decimal("0.95")),
        ("survey.target", "0.9", "%", Decimal("0.95")),
        ("stock.tolerance.办公用品", "2", "%", Decimal("0.02")),
        ("stock.tolerance.办公用品", "2", "个", Decimal(2)),
        ("term.start", "2020年2月10日", "", date(2020, 2, 10)),
        ("term.start", "二月", "", None),
        ("language", "英文", "", "en"),
        ("language", "德文", "", "zh"),
        ("period", "'2020-05", "", "2020-05"),
        ("period", "全学期", "", "term"),
        ("period", "2020-05-01..2020-05-31", "", "2020-05-01..2020-05-31"),
        ("school.name", "新河小学", "", "新河小学"),
    ],
)
def test_a_value_is_read_as_its_code_needs_it_and_else_the_default_holds(
    code: str, value: str, unit: str, held: SettingValue | None
) -> None:
    setting = settings_of((code, value, unit)).find(code)

    assert setting is not None
    assert setting.value == held


@pytest.mark.parametrize(
    ("value", "unit", "held_as"),
    [("2", "%", "%"), ("2%", "", "%"), ("0.02", "", "%"), ("2", "个", "个")],
)
def test_the_unit_tells_a_fraction_from_a_number(value: str, unit: str, held_as: str) -> None:
    setting = settings_of(("stock.tolerance.办公用品", value, unit)).find(
        "stock.tolerance.办公用品"
    )

    assert setting is not None
    assert setting.unit == held_as


def test_a_stated_setting_knows_its_cell_and_a_default_has_none() -> None:
    settings = settings_of((WARNED_BY, "5", "天"))

    stated, default = settings.find(WARNED_BY), settings.find("buy.quotes")

    assert stated is not None
    assert stated.place == Place("参数", 2, "C")
    assert default is not None
    assert default.place is None


@pytest.mark.parametrize(
    ("campus", "on", "days"),
    [
        ("东区", date(2020, 4, 30), 4),
        ("东区", date(2020, 5, 1), 3),
        ("西区", date(2020, 5, 1), 6),
        (None, None, 6),
    ],
)
def test_a_limit_holds_for_a_campus_and_from_a_day_on(
    campus: str | None, on: date | None, days: int
) -> None:
    book = book_of(
        """
        | 参数 | 代码                 | 参数     | 值 | 校区 | 生效日期   | 来源     |
        | 2    | hazard.due_soon_days | 到期提醒 | 6  |      |            | 学校自定 |
        | 3    | hazard.due_soon_days | 到期提醒 | 4  | 东区 |            | 学校自定 |
        | 4    | hazard.due_soon_days | 到期提醒 | 3  | 东区 | 2020-05-01 | 学校自定 |
        | 5    | hazard.due_soon_days | 到期提醒 | 2  | #N/A |            | 学校自定 |
        """
    )

    assert book.settings.number(WARNED_BY, campus, on) == days


def test_the_comparator_is_the_one_stated_else_the_usual_one() -> None:
    book = book_of(
        """
        | 参数 | 代码           | 参数     | 值    | 比较 | 来源     |
        | 2    | buy.collective | 集体决策 | 10000 | 大于 | 学校自定 |
        | 3    | health.fever   | 发热     | 37.2  |      | 学校自定 |
        """
    )

    found = [book.settings.find(code) for code in ("buy.collective", "health.fever", "buy.quotes")]

    assert [each.comparator for each in found if each] == [">", ">=", ">="]


def test_without_the_column_of_values_all_defaults_hold() -> None:
    drawn = "| 参数 | 代码 | 参数 | 来源 |\n| 2 | hazard.due_soon_days | 到期提醒 | 学校自定 |\n"

    assert book_of(drawn).settings.number(WARNED_BY) == 7
