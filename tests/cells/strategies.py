"""Any cell that a host may return, for properties that hold for all of them."""

from datetime import datetime

from hypothesis import strategies as st

from houqin.cells.values import CellError, CellValue, Uncached

DIGITS_AND_SIGNS = "0123456789０１Ol.-/:,、~()（）年月日号点时半班一二三十百千万亿元角分个%℃ \t\n"

SHORT_TEXT = st.text(DIGITS_AND_SIGNS, max_size=14)

CELLS: st.SearchStrategy[CellValue] = st.one_of(
    SHORT_TEXT,
    st.text(max_size=60),
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**400),
    st.floats(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.builds(CellError, st.sampled_from(["#N/A", "#REF!"])),
    st.just(Uncached()),
    st.just("9" * 100_000),
    st.just("一" * 100_000),
    st.just("张 " * 100_000),
)

LEDGER_DAYS = st.dates(datetime(1990, 1, 1).date(), datetime(2099, 12, 31).date())  # noqa: DTZ001
