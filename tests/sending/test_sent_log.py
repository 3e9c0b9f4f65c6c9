"""The log of mail: the last word counts, and what was begun and never ended is unknown."""

from datetime import datetime
from pathlib import Path

import pytest

from houqin.sending.sent_log import Fate, Known, SentLog

BEGUN, SENT, REFUSED = Fate.BEGUN, Fate.SENT, Fate.REFUSED
AT = "2020-07-01 09:00:00"
MORNING = datetime(2020, 7, 1, 9, 0).astimezone()


@pytest.mark.parametrize(
    ("steps", "known"),
    [
        ([], None),
        ([BEGUN], BEGUN),
        ([BEGUN, SENT], SENT),
        ([BEGUN, REFUSED], None),
        ([BEGUN, SENT, BEGUN], BEGUN),
        ([BEGUN, SENT, BEGUN, REFUSED], SENT),
        ([BEGUN, BEGUN, REFUSED], BEGUN),
        ([BEGUN, BEGUN, SENT], SENT),
    ],
)
def test_what_is_known_follows_from_the_steps(
    tmp_path: Path, steps: list[Fate], known: Fate | None
) -> None:
    log = SentLog(tmp_path / "mail-log.txt")
    for step in steps:
        log.add(MORNING, step, "abc", "a@b.cn", "汇总 | 六月\n.xlsx")

    assert log.known("abc", "a@b.cn") == (None if known is None else Known(known, AT))
    assert log.known("abd", "a@b.cn") is None
    assert log.known("abc", "c@b.cn") is None


def test_a_line_that_was_cut_off_counts_for_nothing(tmp_path: Path) -> None:
    log = SentLog(tmp_path / "mail-log.txt")
    log.add(MORNING, SENT, "abc", "a@b.cn", "汇总.xlsx")
    with log.path.open("ab") as file:
        file.write(b"2020-07-01 10:00:00 | begun | abc\xff")

    assert log.known("abc", "a@b.cn") == Known(SENT, AT)
    log.add(MORNING, BEGUN, "abc", "a@b.cn", "汇总.xlsx")
    assert log.known("abc", "a@b.cn") == Known(BEGUN, AT)
