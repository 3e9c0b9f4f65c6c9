"""A sample of the attacks: each ends in rows or in one sentence, within limits, for a whole process."""

from pathlib import Path

import pytest
from tests.trust.attacks import Ending, attacks, check, sample, tried
from tests.trust.making import GOOD, HEAD, TAIL, parts

from houqin.hosts.worker import MEMORY

ATTACKS = attacks()


@pytest.mark.parametrize("name", sample())
def test_an_attack_ends_in_rows_or_in_one_sentence(tmp_path: Path, name: str) -> None:
    ending, faults = tried(ATTACKS[name], tmp_path)

    assert faults == [], ending


def test_the_ledger_that_attacks_are_made_from_is_read(tmp_path: Path) -> None:
    """Else all of them would be refused for another reason."""
    path = tmp_path / "台账.xlsx"
    parts("sound", {"xl/worksheets/sheet1.xml": HEAD + GOOD + TAIL}).write(path)

    ending = check(path)

    assert (ending.told, ending.exit in (0, 1), ending.stderr) == ("rows", True, "")


@pytest.mark.parametrize(
    ("ending", "fault"),
    [
        (Ending(-6, "", 1, 0, 0, "abort"), "an exit code of its own"),
        (Ending(1, "rows", 0, 0, 0, "Traceback (most"), "a traceback"),
        (Ending(2, "bad_zip", 2, 0, 0, "two\nlines"), "neither rows nor one sentence"),
        (Ending(1, "rows", 0, 21, 0, ""), "too slow"),
        (Ending(1, "rows", 0, 0, (MEMORY >> 10) + 1, ""), "too large"),
        (Ending(2, "fault", 0, 0, 0, ""), "broke"),
    ],
)
def test_what_must_never_be_is_seen(ending: Ending, fault: str) -> None:
    assert fault in ending.faults()
