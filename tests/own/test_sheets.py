"""The own sheets as such: names, headings, and what people may type in."""

import pytest

from houqin.areas.school.defaults import list_facts
from houqin.own import OWN_SHEETS
from houqin.own.layout import OwnSheet
from houqin.own.notice_form import COLUMNS, LINES, PAGE, Look
from houqin.tables.recognising import OWN_SHEETS as NEVER_READ

sheets = pytest.mark.parametrize("sheet", OWN_SHEETS, ids=lambda sheet: str(sheet.key))


def test_each_sheet_has_a_key_and_a_title_of_its_own_that_is_never_read_as_a_ledger() -> None:
    titles = [sheet.title for sheet in OWN_SHEETS]

    assert len({sheet.key for sheet in OWN_SHEETS}) == len(OWN_SHEETS)
    assert len(set(titles)) == len(titles)
    assert set(titles) <= NEVER_READ
    assert titles == [
        "问题清单", "库存对账", "盘点表", "补货清单", "逾期隐患", "整改通知单", "检查覆盖", "值班检查",
        "排班草稿", "导入预览"
    ]  # fmt: skip


@sheets
def test_headings_are_there_in_both_languages_and_differ(sheet: OwnSheet) -> None:
    for lang in ("zh", "en"):
        headings = sheet.headings(lang)
        assert all(headings)
        assert len(set(headings)) == len(headings)


@sheets
def test_a_hint_stands_there_in_both_languages_until_the_button_is_used(sheet: OwnSheet) -> None:
    assert sheet.hint.zh
    assert sheet.hint.en


@sheets
def test_a_sheet_that_people_type_in_names_its_rows(sheet: OwnSheet) -> None:
    typed = {at for at, column in enumerate(sheet.columns) if column.typed}

    assert bool(typed) == bool(sheet.identity)
    assert not typed & set(sheet.identity)


@sheets
def test_a_drop_down_offers_a_list_of_the_school_or_fixed_words(sheet: OwnSheet) -> None:
    for column in sheet.columns:
        assert not (column.list and column.choices)
        assert not column.list or column.list in list_facts()


def test_the_parts_of_a_notice_fill_every_row_from_edge_to_edge() -> None:
    for row in PAGE:
        covered = [at for first, last in row.merged for at in range(first, last + 1)]
        assert covered in ([], list(range(len(COLUMNS))))
        assert bool(covered) == (row.look not in {Look.HEADS, Look.LINE})
    assert sum(row.look is Look.LINE for row in PAGE) == LINES
