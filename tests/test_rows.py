"""A ledger as typed columns: where a cell stands, what names a row, and what may be judged."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeVar

import pytest

from houqin.cells.context import Context
from houqin.cells.kinds import Choice, Day, Id, Phone, Quantity, Text
from houqin.hosts.memory import TextHost
from houqin.problems import Hit, Place
from houqin.reading.sheets import read_sheet
from houqin.rows import Ledger, NoColumn, Rows, SheetRow, Unread, heading
from houqin.tables.finding import find_table
from houqin.tables.layout import Head, Layout

M = TypeVar("M", bound=SheetRow)


class Patrol(SheetRow):
    """A round somebody made."""

    ledger = Ledger("patrols", "巡查", "Patrols", row_keys=(("number",), ("day", "place", "slot")))

    number: Annotated[Id | None, heading("编号")]
    day: Annotated[Day, heading("日期", fill_down=True)]
    campus: Annotated[Text, heading("校区", fact=True)]
    place: Annotated[Text | None, heading("地点")]
    slot: Annotated[Text | None, heading("时段")]
    lamps: Annotated[Quantity, heading("盏数")]
    phone: Annotated[Phone | None, heading("电话", private=True)]
    note: Annotated[Text | None, heading("备注")]


class Pulse(SheetRow):
    """A ledger of which nothing may be shown."""

    ledger = Ledger("pulses", "脉搏", "Pulses", row_keys=(("name",),), private=True)

    name: Annotated[Text, heading("姓名")]
    beats: Annotated[Quantity, heading("次数")]
    note: Annotated[Text | None, heading("备注")]


PATROLS = """
| 巡查 | 校区：本部 |
| 3 | 编号 | 日期       | 地点 | 时段 | 盏数  | 电话        |
| 4 | XC-1 | 2020-05-12 | 食堂 | 早   | 3     | 13800000000 |
| 5 |      | ^          | 操场 |      | 约4   |             |
| 6 |      | 2020-05-13 |      | 早   |       |             |
| 7 | 7    | 昨天       | 车棚 |      | 5     |             |
| 8 |      |            | 车棚 | 晚   | 6     |             |
"""


def read(model: type[M], drawn: str) -> Rows[M]:
    host = TextHost(drawn)
    table = find_table(host.read(host.sheet_names()[0]), model.layout())
    assert table is not None
    return read_sheet(table, model, Context()).rows


@pytest.fixture(scope="module")
def patrols() -> Rows[Patrol]:
    return read(Patrol, PATROLS)


@pytest.mark.parametrize(
    ("index", "field", "place"),
    [
        (0, "lamps", "巡查!E4"),
        (1, "day", "巡查!B4"),  # merged with the row above
        (2, "day", "巡查!B6"),
        (3, "campus", "巡查!A1"),  # said once above the table
        (4, "note", "巡查!8"),  # no such column
    ],
)
def test_a_value_stands_where_the_user_wrote_it(
    patrols: Rows[Patrol], index: int, field: str, place: str
) -> None:
    assert str(patrols.place(index, field)) == place
    assert str(patrols[index].at(field)) == place


@pytest.mark.parametrize(
    ("index", "key"),
    [
        (0, "XC-1"),
        (1, "2020-05-12 操场"),  # no number: day, place and slot, without what is blank
        (2, "2020-05-13 早"),
        (3, "7"),
        (4, ""),  # its day repeats one that could not be read
    ],
)
def test_a_row_is_named_by_its_number_else_by_its_other_key_fields(
    patrols: Rows[Patrol], index: int, key: str
) -> None:
    assert patrols.key(index) == key
    assert patrols[index].key == key


def test_without_the_column_of_numbers_the_other_key_fields_name_a_row() -> None:
    rows = read(Patrol, "| 巡查 | 日期 | 校区 | 盏数 |\n| 2 | 2020-05-12 | 本部 | 3 |")

    assert rows.key(0) == "2020-05-12"


@pytest.mark.parametrize(
    ("fields", "indexes"),
    [
        (("place",), [0, 1, 2, 3, 4]),  # an optional blank may be judged
        (("lamps",), [0, 3, 4]),  # neither the doubtful one nor the blank one
        (("day",), [0, 1, 2]),
        (("lamps", "day"), [0]),
        ((), [0, 1, 2, 3, 4]),
    ],
)
def test_only_rows_whose_cells_were_all_read_are_judged(
    patrols: Rows[Patrol], fields: tuple[str, ...], indexes: list[int]
) -> None:
    assert list(patrols.judged(*fields)) == indexes


@pytest.mark.parametrize(
    "look",
    [
        lambda rows: rows.column("note"),
        lambda rows: rows.known("note"),
        lambda rows: rows.judged("lamps", "note"),
        lambda rows: rows[0].note,
    ],
    ids=["column", "known", "judged", "of a row"],
)
def test_a_column_that_is_not_there_is_named(
    patrols: Rows[Patrol], look: Callable[[Rows[Patrol]], object]
) -> None:
    with pytest.raises(NoColumn) as absent:
        look(patrols)

    assert (absent.value.sheet, absent.value.heading) == ("巡查", "备注")


@pytest.mark.parametrize(
    ("index", "field"),
    [(1, "lamps"), (2, "lamps"), (3, "day")],
    ids=["in doubt", "blank", "no day"],
)
def test_a_cell_that_is_told_already_cannot_be_judged(
    patrols: Rows[Patrol], index: int, field: str
) -> None:
    with pytest.raises(Unread):
        getattr(patrols[index], field)


def test_a_row_knows_its_values_and_an_optional_blank_is_none(patrols: Rows[Patrol]) -> None:
    first, second = patrols[0], patrols[1]

    assert (first.number, first.day, first.campus) == ("XC-1", date(2020, 5, 12), "本部")
    assert (first.lamps, second.number, second.day) == (Decimal(3), None, date(2020, 5, 12))
    assert [row.number_on_sheet for row in patrols] == [4, 5, 6, 7, 8]


def test_what_is_no_field_is_no_attribute(patrols: Rows[Patrol]) -> None:
    with pytest.raises(AttributeError, match="lamp_posts"):
        _ = patrols[0].lamp_posts  # type: ignore[attr-defined]


def test_get_is_none_where_nothing_can_be_said(patrols: Rows[Patrol]) -> None:
    found = [row.get("lamps") for row in patrols]

    assert found == [Decimal(3), None, None, Decimal(5), Decimal(6)]
    assert patrols[0].get("note") is None


def test_a_column_that_is_not_there_is_blank_for_whoever_asks_so(patrols: Rows[Patrol]) -> None:
    assert patrols.column_or_blank("note") == (None,) * 5
    assert patrols.column_or_blank("slot") == ("早", None, "早", None, "晚")


@pytest.mark.parametrize(
    ("field", "there"), [("lamps", True), ("campus", True), ("number", True), ("note", False)]
)
def test_a_sheet_has_the_columns_it_shows_and_what_it_says_above_them(
    patrols: Rows[Patrol], field: str, there: bool
) -> None:
    assert patrols.has(field) is there
    assert patrols[0].has(field) is there


def test_values_are_known_even_of_rows_with_another_fault(patrols: Rows[Patrol]) -> None:
    assert patrols.known("place") == {"食堂", "操场", "车棚"}
    assert patrols.known("lamps") == {Decimal(3), Decimal(5), Decimal(6)}


@pytest.mark.parametrize(
    ("index", "field", "raw"),
    [(1, "lamps", "约4"), (2, "lamps", None), (0, "campus", "本部"), (0, "note", None)],
)
def test_a_cell_is_shown_as_typed(
    patrols: Rows[Patrol], index: int, field: str, raw: object
) -> None:
    assert patrols.raw(index, field) == raw


def test_a_hit_names_cell_heading_row_and_what_was_typed(patrols: Rows[Patrol]) -> None:
    related = (Place("巡查", 4, "E"),)

    assert patrols[1].hit("lamps", related=related, most=3) == Hit(
        Place("巡查", 5, "E"), {"most": 3}, related, "盏数", "2020-05-12 操场", "约4"
    )
    assert patrols.hit(2, "lamps") == Hit(
        Place("巡查", 6, "E"), heading="盏数", key="2020-05-13 早"
    )


@pytest.mark.parametrize(
    ("model", "drawn", "field", "private"),
    [
        (Patrol, PATROLS, "phone", True),
        (Patrol, PATROLS, "lamps", False),
        (Pulse, "| 脉搏 | 姓名 | 次数 |\n| 2 | 张三 | 72 |", "beats", True),
    ],
    ids=["a private column", "another column", "a private ledger"],
)
def test_a_hit_is_private_where_its_column_or_its_ledger_is(
    model: type[SheetRow], drawn: str, field: str, private: bool
) -> None:
    assert read(model, drawn).hit(0, field).private is private


def test_what_a_sheet_lacks_stands_at_no_cell_of_it(patrols: Rows[Patrol]) -> None:
    plan = (Place("校历", 3, "A"),)

    assert patrols.sheet_hit("day", related=plan, missing=date(2020, 5, 14)) == Hit(
        Place("巡查"), {"missing": date(2020, 5, 14)}, plan, "日期"
    )
    assert patrols.sheet_hit() == Hit(Place("巡查"))
    pulses = read(Pulse, "| 脉搏 | 姓名 | 次数 |\n| 2 | 张三 | 72 |")
    assert pulses.sheet_hit().private


def test_a_model_knows_what_must_be_filled_in() -> None:
    required = [field for field in Patrol.model_fields if Patrol.required(field)]

    assert required == ["day", "campus", "lamps"]


@pytest.mark.parametrize(
    ("annotation", "spread"),
    [
        (Text, True),
        (Day, True),
        (Id, True),
        (Annotated[str, Choice("校区")], True),
        (Quantity, False),
    ],
    ids=["text", "date", "id", "choice", "quantity"],
)
def test_a_merged_cell_speaks_for_all_its_rows_but_never_as_a_quantity(
    annotation: Any, spread: bool
) -> None:
    class Drawn(SheetRow):
        ledger = Ledger("drawn", "画", "Drawn", row_keys=(("it",),))

        it: Annotated[annotation, heading("它")]

    (head,) = Drawn.layout().heads
    assert head.spread is spread


def test_the_reader_of_tables_is_told_all_that_a_heading_says() -> None:
    class Told(SheetRow):
        ledger = Ledger("told", "说", "Told", row_keys=(("day",),), aliases=("话",))

        day: Annotated[Day, heading("日期", "时间", weak=("日",), fill_down=True, fact=True)]
        lamps: Annotated[Quantity | None, heading("盏数", total=True)]

    assert Told.layout() == Layout(
        "told",
        "说",
        ("话",),
        (
            Head("day", "日期", ("时间",), True, True, True, spread=True, weak=("日",)),
            Head("lamps", "盏数", total=True),
        ),
    )
