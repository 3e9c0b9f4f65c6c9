"""What holds for every reader, whatever the cell holds."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cells.strategies import CELLS
from tests.effort import examples

from houqin.cells.choices import Vocabulary, read_yes_no
from houqin.cells.classes import read_class
from houqin.cells.dates import read_date
from houqin.cells.doubts import Doubt
from houqin.cells.ids import read_id
from houqin.cells.money import read_money
from houqin.cells.months import read_month
from houqin.cells.numbers import read_number, read_percent, read_temperature, read_whole
from houqin.cells.people import read_people, read_person
from houqin.cells.phones import read_phone
from houqin.cells.quantities import read_amount
from houqin.cells.text import read_text, read_texts
from houqin.cells.times import read_moment, read_time, read_time_range
from houqin.cells.values import CellError, CellValue, Uncached
from houqin.cells.writing import written

Reader = Callable[[CellValue], object]

RESULTS = Vocabulary("检查结果", ("正常", "不正常", "已整改"), {"合格": "正常"})

READERS: dict[str, tuple[Reader, set[str]]] = {
    "text": (read_text, {"CEL-15"}),
    "texts": (read_texts, {"CEL-15"}),
    "id": (read_id, {"CEL-15"}),
    "number": (read_number, {"CEL-07", "CEL-08"}),
    "whole": (read_whole, {"CEL-07", "CEL-08", "CEL-09"}),
    "percent": (read_percent, {"CEL-07", "CEL-08", "CEL-10"}),
    "temperature": (read_temperature, {"CEL-07", "CEL-08", "CEL-10"}),
    "amount": (read_amount, {"CEL-07", "CEL-08"}),
    "money": (read_money, {"CEL-07", "CEL-08"}),
    "date": (read_date, {"CEL-04", "CEL-05", "CEL-06"}),
    "month": (read_month, {"CEL-19"}),
    "time": (read_time, {"CEL-12"}),
    "time range": (read_time_range, {"CEL-12"}),
    "moment": (read_moment, {"CEL-04", "CEL-05", "CEL-06"}),
    "person": (read_person, {"CEL-17"}),
    "people": (read_people, {"CEL-17"}),
    "class": (read_class, {"CEL-13"}),
    "choice": (RESULTS.read, {"CEL-14"}),
    "yes or no": (read_yes_no, {"CEL-14"}),
    "phone": (read_phone, {"CEL-16"}),
}

every_reader = pytest.mark.parametrize(("read", "codes"), READERS.values(), ids=list(READERS))


@every_reader
@examples(150)
@given(value=CELLS)
def test_any_cell_is_read_or_doubted_with_the_readers_own_codes(
    read: Reader, codes: set[str], value: CellValue
) -> None:
    found = read(value)

    if isinstance(found, Doubt):
        assert found.code in codes | {"CEL-01", "CEL-02", "CEL-03"}
        assert len(str(found.values["value"])) <= 40


@every_reader
@examples(150)
@given(value=CELLS)
def test_what_is_read_is_read_again_from_its_written_form(
    read: Reader, codes: set[str], value: CellValue
) -> None:
    found = read(value)

    if not isinstance(found, Doubt):
        assert read(written(found)) == found


@every_reader
@examples(100)
@given(value=CELLS)
def test_a_single_meaning_that_is_suggested_reads_without_a_doubt(
    read: Reader, codes: set[str], value: CellValue
) -> None:
    found = read(value)

    if isinstance(found, Doubt) and " / " not in (suggest := str(found.values.get("suggest", ""))):
        assert not suggest or not isinstance(read(suggest), Doubt)


@every_reader
@pytest.mark.parametrize(
    ("value", "code"),
    [
        (CellError("#N/A"), "CEL-02"),
        (Uncached(), "CEL-03"),
        (None, "CEL-01"),
        (" \t\u3000", "CEL-01"),
    ],
)
def test_errors_and_blanks_keep_their_own_code(
    read: Reader, codes: set[str], value: CellValue, code: str
) -> None:
    assert read(value) == Doubt(code, read(value).values)  # type: ignore[attr-defined]


@every_reader
@given(text=st.text(alphabet="\u200b\u3000\xa0\t\n ", min_size=1))
@examples(20)
def test_invisible_text_is_never_a_value(read: Reader, codes: set[str], text: str) -> None:
    assert isinstance(read(text), Doubt)


@pytest.mark.parametrize("read", [READERS[name][0] for name in READERS if name != "yes or no"])
@pytest.mark.parametrize("value", [True, False])
def test_a_truth_value_is_a_yes_or_a_no_and_nothing_else(read: Reader, value: bool) -> None:
    assert isinstance(read(value), Doubt)


@pytest.mark.parametrize("read", [read for read, _ in READERS.values()], ids=list(READERS))
def test_a_number_too_long_to_print_is_doubted(read: Reader) -> None:
    assert isinstance(read(10**5000), Doubt | str | tuple)
