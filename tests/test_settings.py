"""Which limit holds: for a campus, from a day on, as stated, or by default."""

from datetime import date
from decimal import Decimal

import pytest

from houqin.settings import Setting, Settings, SettingValue

MAY, JUNE = date(2020, 5, 1), date(2020, 6, 1)


def setting(
    value: SettingValue | None,
    campus: str | None = None,
    since: date | None = None,
    code: str = "a.days",
) -> Setting:
    return Setting(code, value, campus=campus, since=since)


LIMITS = Settings.of(
    [
        setting(Decimal(1)),
        setting(Decimal(2), since=MAY),
        setting(Decimal(3), "东园"),
        setting(Decimal(4), "东园", JUNE),
        setting(Decimal(5), "西园", JUNE),
        setting(None, code="a.blank"),
        setting("全部", code="b.name"),
        setting(MAY, code="b.start"),
        setting(Decimal(6), "东园", code="a.one"),
    ],
    [
        setting(Decimal(9)),
        setting(Decimal(8), code="a.blank"),
        setting(Decimal(7), code="a.one"),
        setting(Decimal(0), code="a.none"),
    ],
)


@pytest.mark.parametrize(
    ("code", "campus", "on", "value"),
    [
        ("a.days", None, date(2020, 4, 30), 1),  # the day before the later row
        ("a.days", None, MAY, 2),  # from its first day on
        ("a.days", None, None, 2),  # without a day the latest
        ("a.days", "本部", JUNE, 2),  # no row of its own: the one for all
        ("a.days", "东园", MAY, 3),  # a campus before a later one for all
        ("a.days", "东园", JUNE, 4),
        ("a.days", "东园", None, 4),
        ("a.days", "西园", MAY, 2),  # its own row begins later
        ("a.days", "西园", JUNE, 5),
        ("a.one", "东园", None, 6),
        ("a.one", "本部", None, 7),  # stated for another campus only: the default
        ("a.none", "东园", JUNE, 0),
        ("a.blank", None, None, None),  # left blank on purpose: no limit, and no default
        ("a.unknown", None, None, None),
        ("b.name", None, None, None),  # no number
    ],
)
def test_the_row_of_the_campus_goes_before_all_and_the_latest_before_the_earlier(
    code: str, campus: str | None, on: date | None, value: int | None
) -> None:
    assert LIMITS.number(code, campus, on) == value


def test_a_setting_is_read_as_what_it_is() -> None:
    assert [LIMITS.text(code) for code in ("b.name", "b.start", "a.days", "a.unknown")] == [
        "全部",
        "",
        "",
        "",
    ]
    assert [LIMITS.day(code) for code in ("b.start", "b.name", "a.days", "a.unknown")] == [
        MAY,
        None,
        None,
        None,
    ]
    assert Settings.of([setting("东", "东园", code="b")], []).text("b", "东园") == "东"


def test_the_codes_under_a_name_are_told_once_stated_ones_first() -> None:
    assert LIMITS.under("a") == ("days", "blank", "one", "none")
    assert LIMITS.under("a.d") == ()
