"""A whole day without a check is one problem, not seventy-two."""

from datetime import date
from pathlib import Path

import pytest

from houqin.hosts.files import open_workbook
from houqin.master.demo import choices_of, clean_term
from houqin.master.demo.school import AS_OF
from houqin.master.term import Row, copied
from houqin.master.workbook import write_ledgers
from houqin.pipeline import check
from houqin.result import Options

DAY = date(2020, 5, 12)  # an ordinary day of lessons, of which 校历 says nothing
MADE_UP = date(2020, 5, 9)  # on 校历, after 55 days of lessons at home


def told_without(rows: object, tmp_path: Path) -> list[tuple[str, str]]:
    term = copied(clean_term())
    term["health_checks"] = [row for row in term["health_checks"] if not rows(row)]  # type: ignore[operator]
    path = tmp_path / "book.xlsx"
    write_ledgers(path, term, AS_OF, choices_of(term))
    found = check(open_workbook(path), Options(), date(2031, 1, 1))
    return [(str(each), each.what()) for each in found.problems]


def of_day(row: Row) -> bool:
    return row["date"] == DAY


def of_made_up_day(row: Row) -> bool:
    return row["date"] == MADE_UP


def noon_at_main(row: Row) -> bool:
    return (row["date"], row["slot"], row["campus"]) == (DAY, "午检", "本部")


def two_classes(row: Row) -> bool:
    return row["date"] == DAY and row["class_"] in {"1.1", "6.6"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (of_day, [("晨午检 HLT-07", "2020-05-12 本部、东园（36 个班）缺晨检、午检记录")]),
        (of_made_up_day, [("校历!A60 HLT-07", "2020-05-09 本部、东园（36 个班）缺晨检、午检记录")]),
        (noon_at_main, [("晨午检 HLT-07", "2020-05-12 本部（24 个班）缺午检记录")]),
        (
            two_classes,
            [
                ("班级!A5 HLT-07", "2020-05-12 1.1（1 个班）缺晨检、午检记录"),
                ("班级!A40 HLT-07", "2020-05-12 6.6（1 个班）缺晨检、午检记录"),
            ],
        ),
    ],
    ids=["a day", "a day of 校历", "a slot at a campus", "two classes"],
)
def test_what_is_missing_is_told_in_a_bearable_form(
    rows: object, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert told_without(rows, tmp_path) == expected
