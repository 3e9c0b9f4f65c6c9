"""The same formula in Excel's grammar and in LibreOffice's."""

import pytest
from tests.office.engine.formulas import moved, to_excel, to_office

BOTH_WAYS = [
    ("=SUM(A1,B2)", "=SUM(A1;B2)"),
    ('=IF(A1="a,b;c",1,2)', '=IF(A1="a,b;c";1;2)'),
    ('="say ""a,b"""', '="say ""a,b"""'),
    ("='一 表'!$A$1:B2", "=$'一 表'.$A$1:B2"),
    ("=领用!D5+1", "=$'领用'.D5+1"),
    ("=SUM({1,2;3,4})", "=SUM({1;2|3;4})"),
    ("=tbl[[#This Row],[数量, 件]]*2", "=tbl[[#This Row];[数量, 件]]*2"),
    ("=SUMIFS(tbl[数量],tbl[品名],A1)", "=SUMIFS(tbl[数量];tbl[品名];A1)"),
    ("=STDEV.S(A1:A3)", "=STDEV.S(A1:A3)"),
    ("=#N/A", "=#N/A"),
    ("=A1#REF!", "=A1#REF!"),
]


@pytest.mark.parametrize(("excel", "office"), BOTH_WAYS)
def test_a_formula_is_translated_and_back(excel: str, office: str) -> None:
    assert to_office(excel) == office
    assert to_excel(office) == excel


@pytest.mark.parametrize(
    ("excel", "office"),
    [
        ("=IF(TRUE,1,2)", "=IF(TRUE();1;2)"),
        ("=SUM(tbl[#All])", "=SUM(tbl[[#All]])"),
        ("=tbl[@数量]", "=tbl[[#This Row];[数量]]"),
        ('=_xlfn.CONCAT("a","b")', '=CONCAT("a";"b")'),
    ],
)
def test_what_only_excel_writes_is_translated(excel: str, office: str) -> None:
    assert to_office(excel) == office


@pytest.mark.parametrize(
    ("office", "excel"),
    [
        ("=$领用.D5", "=领用!D5"),
        ("=COM.SUN.STAR.SHEET.ADDIN.ANALYSIS.GETEDATE(A1;1)", "=EDATE(A1,1)"),
        ("=SUM(A1~B2)", "=SUM(A1,B2)"),
    ],
)
def test_what_only_libreoffice_writes_is_translated(office: str, excel: str) -> None:
    assert to_excel(office) == excel


def test_a_table_must_be_named() -> None:
    with pytest.raises(ValueError, match="which table"):
        to_office("=[@数量]*2")


def test_a_formula_that_is_filled_moves_its_relative_cells() -> None:
    assert moved('=A1+$B$2+C$3&"A1"', 2, 1) == '=B3+$B$2+D$3&"A1"'
