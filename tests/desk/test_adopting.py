"""采用草稿 fills blank cells of the roster and appends what it lacks; nothing typed is changed."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.desk.conftest import MORNING, Pressed
from tests.desk.paper import Cells, PaperDesk, copy_of
from tests.desk.test_undoing import shown

from houqin.desk.adopting import adopt_draft
from houqin.desk.backups import FOLDER
from houqin.desk.jobs import Press, carry_out
from houqin.desk.own_pages import fill_roster
from houqin.desk.undoing import undo
from houqin.port import DeskError, Formula

ROSTER, DRAFT = "值班表", "排班草稿"
PEOPLE, PINNED = 5, 8  # columns of the roster
STANDING, ADDED, WHY = 1, 9, 11  # of the draft
GATE = (date(2020, 7, 1), "本部", "校门值日", "07:20-07:50")
CARE = (date(2020, 7, 2), "东园", "护学岗", "07:20-07:50")
LUNCH = (date(2020, 7, 3), "本部", "食堂值日", "11:20-12:00")
LIBRARY = (date(2020, 7, 10), "本部", "阅览室", "12:10-12:40")  # the demo's own gap
Where = tuple[Any, ...]


def row_of(desk: PaperDesk, where: Where) -> int:
    """Return the row of the roster that is about a duty."""
    rows = enumerate(desk.read(ROSTER).values, 1)
    return next(row for row, cells in rows if cells[:4] == where)


def draft_of(desk: PaperDesk) -> Mapping[Where, int]:
    """Return the rows of the draft by what they are about."""
    rows = enumerate(desk.read(DRAFT).values[5:], 6)
    return {(cells[1], cells[3], cells[4], cells[5]): row for row, cells in rows}


def blank(desk: PaperDesk, *duties: Where) -> None:
    """Leave some duties without people, and no others."""
    desk.put(ROSTER, row_of(desk, LIBRARY), PEOPLE, "曹安然")
    for where in duties:
        desk.put(ROSTER, row_of(desk, where), PEOPLE, None)


@pytest.fixture(scope="module")
def lacking(opened: PaperDesk, tmp_path_factory: pytest.TempPathFactory) -> PaperDesk:
    """A roster in which two cells are blank and a row is missing, and a draft for it."""
    desk = opened.copied(copy_of(opened.path, tmp_path_factory.mktemp("drafted")))
    blank(desk, GATE, CARE)
    row = row_of(desk, LUNCH)
    for column in range(1, 12):
        desk.put(ROSTER, row, column, None)
    pressing = Press(desk, MORNING, "自动排班")
    carry_out(pressing, fill_roster(pressing))
    return desk


@pytest.fixture
def desk(request: pytest.FixtureRequest, opened: PaperDesk, tmp_path: Path) -> PaperDesk:
    """A copy for each test, with the draft where a test asks for it."""
    drafted = "drafted" in request.fixturenames
    found: PaperDesk = request.getfixturevalue("lacking") if drafted else opened
    return found.copied(copy_of(opened.path, tmp_path))


@pytest.fixture
def drafted(desk: PaperDesk) -> PaperDesk:
    desk.answers = [True]
    return desk


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[Any, Any]:
    """Return the cells that are other than before, with what they were."""
    return {
        (sheet, *cell): before[sheet].get(cell)
        for sheet in after
        for cell in {**before[sheet], **after[sheet]}
        if before[sheet].get(cell) != after[sheet].get(cell)
    }


def test_the_draft_has_what_is_lacking_and_leaves_the_roster_alone(
    desk: PaperDesk, press: Pressed
) -> None:
    blank(desk, GATE, CARE)
    before = shown(desk)

    outcome = press(fill_roster, "自动排班")

    assert {sheet for sheet, *_ in changed(before, shown(desk))} == {DRAFT}
    rows = draft_of(desk)
    new = {where for where, row in rows.items() if desk.value(DRAFT, row, STANDING) == "新排"}
    assert new == {GATE, CARE}
    assert outcome.text.startswith("✔ 要排 2 人次，排上 2，仍缺 0；")


def test_blank_cells_are_filled_rows_appended_and_nothing_else_changed(
    drafted: PaperDesk, press: Pressed
) -> None:
    before, rows = shown(drafted), draft_of(drafted)
    proposed = {where: drafted.value(DRAFT, rows[where], ADDED) for where in (GATE, CARE, LUNCH)}
    last = len(drafted.read(ROSTER).values)

    outcome = press(adopt_draft, "采用草稿")

    found = changed(before, shown(drafted))
    assert set(found.values()) == {None}
    added = {(ROSTER, last + 1, column) for column in range(1, 6)}
    filled = {(ROSTER, row_of(drafted, where), PEOPLE) for where in (GATE, CARE)}
    assert set(found) == added | filled
    roster = {row[:4]: row[4] for row in drafted.read(ROSTER).values}
    assert {where: roster[where] for where in proposed} == proposed
    assert "填入 2 个空格，末尾追加 1 行" in drafted.asked[0]
    assert outcome.text.startswith("已采用 3 个岗次。")
    assert len(list((drafted.path.parent / FOLDER).glob("*.xlsm"))) == 1


def test_nothing_is_written_where_the_answer_is_no(drafted: PaperDesk, press: Pressed) -> None:
    before = shown(drafted)
    drafted.answers = [False]

    press(adopt_draft)

    assert shown(drafted) == before


def test_undoing_takes_back_what_was_filled_in_and_appended(
    drafted: PaperDesk, press: Pressed
) -> None:
    before = shown(drafted)
    press(adopt_draft, "采用草稿")

    outcome = press(undo)

    assert shown(drafted) == before
    assert "已清空 2 格" in outcome.text
    assert "删去 1 行" in outcome.text


def test_what_was_changed_since_stays_when_it_is_undone(drafted: PaperDesk, press: Pressed) -> None:
    press(adopt_draft, "采用草稿")
    row = row_of(drafted, GATE)
    drafted.put(ROSTER, row, PEOPLE, "赵明远")

    outcome = press(undo)

    assert drafted.value(ROSTER, row, PEOPLE) == "赵明远"
    assert drafted.value(ROSTER, row_of(drafted, CARE), PEOPLE) is None
    assert "有 1 格所在的行后来改动过" in outcome.text


def test_a_draft_is_adopted_once(drafted: PaperDesk, press: Pressed) -> None:
    press(adopt_draft)
    before = shown(drafted)

    outcome = press(adopt_draft)

    assert shown(drafted) == before
    assert outcome.text.count("值班表已经有人") == 3


def test_names_changed_on_the_draft_are_adopted_if_they_fit(
    drafted: PaperDesk, press: Pressed
) -> None:
    rows = draft_of(drafted)
    free = drafted.value(DRAFT, rows[CARE], ADDED)
    drafted.put(DRAFT, rows[GATE], ADDED, "孙书瑶")
    drafted.put(DRAFT, rows[LUNCH], ADDED, "不认识")

    outcome = press(adopt_draft)

    assert drafted.value(ROSTER, row_of(drafted, GATE), PEOPLE) == "孙书瑶"
    assert drafted.value(ROSTER, row_of(drafted, CARE), PEOPLE) == free
    assert f"排班草稿!I{rows[LUNCH]}：人员表里找不到 不认识" in outcome.text


def test_what_does_not_fit_is_left_out_and_told(drafted: PaperDesk, press: Pressed) -> None:
    rows, before = draft_of(drafted), shown(drafted)[ROSTER]
    wrong = {
        GATE: ("陶雨桐、姜立言", "人数超过应到人数"),
        CARE: ("沈守正", "沈守正 不符合资格"),  # a guard
        LUNCH: ("约两人", "人员表里找不到 约两人"),
    }
    for where, (names, _) in wrong.items():
        drafted.put(DRAFT, rows[where], ADDED, names)

    outcome = press(adopt_draft)

    assert shown(drafted)[ROSTER] == before
    for where, (_, why) in wrong.items():
        assert f"排班草稿!I{rows[where]}：{why}" in outcome.text


def test_somebody_who_is_on_duty_elsewhere_by_now_is_left_out(
    drafted: PaperDesk, press: Pressed
) -> None:
    rows = draft_of(drafted)
    name = drafted.value(DRAFT, rows[CARE], ADDED)
    other = next(
        row
        for row, cells in enumerate(drafted.read(ROSTER).values, 1)
        if cells[0] == CARE[0] and cells[2:4] == ("护学岗", "07:20-07:50") and cells[1] == "本部"
    )
    drafted.put(ROSTER, other, PEOPLE, name)

    outcome = press(adopt_draft)

    assert drafted.value(ROSTER, row_of(drafted, CARE), PEOPLE) is None
    assert f"{name} 同一时间已值班" in outcome.text


def test_a_cell_that_is_not_truly_blank_is_left_alone(drafted: PaperDesk, press: Pressed) -> None:
    cells: Cells = {
        (row_of(drafted, GATE), PEOPLE): "/",
        (row_of(drafted, CARE), PEOPLE): Formula('=""'),
    }
    drafted.cells[ROSTER].update(cells)

    outcome = press(adopt_draft)

    assert {at: drafted.cells[ROSTER][at] for at in cells} == cells
    assert "值班表有读不懂的内容" in outcome.text
    assert "不是空白（公式、符号或合并单元格）" in outcome.text


def test_a_pinned_row_stays_blank_and_a_row_with_too_few_is_for_people_to_fill(
    desk: PaperDesk, press: Pressed
) -> None:
    blank(desk, GATE)
    desk.put(ROSTER, row_of(desk, GATE), PINNED, "是")
    row = row_of(desk, LUNCH)
    one = str(desk.value(ROSTER, row, PEOPLE)).split("、")[0]
    desk.put(ROSTER, row, PEOPLE, one)
    press(fill_roster)
    before, rows = shown(desk), draft_of(desk)

    with pytest.raises(DeskError, match="没有可以采用的内容"):
        press(adopt_draft)

    assert shown(desk) == before
    assert desk.value(DRAFT, rows[GATE], STANDING) == "空缺"
    assert desk.value(DRAFT, rows[GATE], WHY) == "值班表已固定，未改动"
    assert desk.value(DRAFT, rows[LUNCH], STANDING) == "请手工补"
    assert desk.value(DRAFT, rows[LUNCH], ADDED)


def test_without_a_draft_the_user_is_told_to_make_one(press: Pressed) -> None:
    with pytest.raises(DeskError, match="请先点“自动排班”"):
        press(adopt_draft)


def test_nothing_is_adopted_where_the_backup_fails(drafted: PaperDesk, press: Pressed) -> None:
    (drafted.path.parent / FOLDER).write_text("a file where the folder should be")
    before = shown(drafted)

    with pytest.raises(DeskError, match="备份写不进"):
        press(adopt_draft)

    assert shown(drafted) == before


def test_a_table_of_days_by_posts_is_left_to_people(drafted: PaperDesk, press: Pressed) -> None:
    table: tuple[tuple[Any, ...], ...] = (
        ("日期", "校区", "护学岗（07:20-07:50）", "食堂值日（11:20-12:00）"),
        (date(2020, 7, 1), "东园", "陶雨桐", "姜立言"),
        (date(2020, 7, 2), "东园", None, "陶雨桐"),
        (date(2020, 7, 3), "东园", "姜立言", "陶雨桐"),
    )
    drafted.cells[ROSTER] = {}
    for row, cells in enumerate(table, 4):
        for column, cell in enumerate(cells, 1):
            drafted.put(ROSTER, row, column, cell)
    before = shown(drafted)

    with pytest.raises(DeskError, match="请照排班草稿手工填"):
        press(adopt_draft)

    assert shown(drafted) == before
