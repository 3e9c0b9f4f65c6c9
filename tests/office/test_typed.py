"""What Excel makes of strings: dates, numbers and formulas, unless they are protected."""

import pytest
from tests.office.engine.typed import Entry, Kind, as_typed

AS_TYPED = [
    ("", Kind.NOTHING, "", "General"),
    ("口罩", Kind.TEXT, "口罩", "General"),
    ("LY-001", Kind.TEXT, "LY-001", "General"),
    (" 口罩 ", Kind.TEXT, " 口罩 ", "General"),
    ("'0012", Kind.TEXT, "0012", "General"),
    ("'=A1", Kind.TEXT, "=A1", "General"),
    ("0012", Kind.NUMBER, 12, "General"),
    (" 12 ", Kind.NUMBER, 12, "General"),
    ("１２", Kind.NUMBER, 12, "General"),
    ("-3.5", Kind.NUMBER, -3.5, "General"),
    ("+7", Kind.NUMBER, 7, "General"),
    ("(12)", Kind.NUMBER, -12, "General"),
    ("110105199003071234", Kind.NUMBER, 110105199003071e3, "General"),
    ("1,234", Kind.NUMBER, 1234, "#,##0"),
    ("1,23", Kind.TEXT, "1,23", "General"),
    ("1e5", Kind.NUMBER, 100000, "0.00E+00"),
    ("2E3", Kind.NUMBER, 2000, "0.00E+00"),
    ("12%", Kind.NUMBER, 0.12, "0%"),
    ("¥12.50", Kind.NUMBER, 12.5, "¥#,##0.00"),
    ("1 1/2", Kind.NUMBER, 1.5, "# ?/?"),
    ("1/2", Kind.NUMBER, 46024, 'm"月"d"日"'),
    ("5-12", Kind.NUMBER, 46154, 'm"月"d"日"'),
    ("5月12日", Kind.NUMBER, 46154, 'm"月"d"日"'),
    ("2020-05-12", Kind.NUMBER, 43963, "yyyy/m/d"),
    ("2020年5月12日", Kind.NUMBER, 43963, 'yyyy"年"m"月"d"日"'),
    ("2020/5", Kind.NUMBER, 43952, "mmm-yy"),
    ("Mar-5", Kind.NUMBER, 46086, "d-mmm"),
    ("2020.5.12", Kind.TEXT, "2020.5.12", "General"),
    ("13/45", Kind.TEXT, "13/45", "General"),
    ("07:30", Kind.NUMBER, 0.3125, "h:mm"),
    ("下午3:00", Kind.NUMBER, 0.625, "h:mm"),
    ("2020-5-12 07:30", Kind.NUMBER, 43963.3125, "yyyy/m/d h:mm"),
    ("TRUE", Kind.TRUTH, 1, "General"),
    ("false", Kind.TRUTH, 0, "General"),
    ("#n/a", Kind.FORMULA, "=#N/A", "General"),
    ("=A1", Kind.FORMULA, "=A1", "General"),
    ("=", Kind.TEXT, "=", "General"),
    ("-abc", Kind.FORMULA, "=-abc", "General"),
    ("-", Kind.TEXT, "-", "General"),
]


@pytest.mark.parametrize(("text", "kind", "value", "form"), AS_TYPED)
def test_a_string_becomes_what_excel_makes_of_it(
    text: str, kind: Kind, value: str | float, form: str
) -> None:
    assert as_typed(text, 2026) == Entry(kind, value, form)


def test_what_excel_refuses_is_refused() -> None:
    with pytest.raises(ValueError, match="@home"):
        as_typed("@home", 2026)
