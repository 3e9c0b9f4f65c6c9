"""`houqin roster`: its forms, its exit codes, and that the workbook is only read."""

import json
import sys
from pathlib import Path

import pytest
from tests.conftest import Run


def test_the_demo_lacks_somebody_and_the_draft_fills_it(houqin: Run, demo_book: Path) -> None:
    before = demo_book.read_bytes()

    result = houqin("roster", demo_book, "--fill", "--format", "json")

    told = json.loads(result.stdout)
    assert result.exit_code == 1  # the demo has mistakes on these sheets
    lacking = [(each["date"], each["post"], each["slot"]) for each in told["gaps"]]
    added = [(d["date"], d["post"], d["slot"]) for d in told["draft"]["duties"] if d["added"]]
    assert lacking
    assert added == [each for each in lacking if each[0] >= told["as_of"]]
    assert demo_book.read_bytes() == before


def test_the_clean_term_lacks_nobody(houqin: Run, clean_book: Path) -> None:
    result = houqin("roster", clean_book, "--format", "json")

    told = json.loads(result.stdout)
    assert (result.exit_code, told["gaps"], told["visitors"]) == (0, [], [])
    assert "draft" not in told


def test_a_month_without_a_roster_is_filled_whole(houqin: Run, clean_book: Path) -> None:
    result = houqin("roster", clean_book, "--fill", "--period", "2020-07-18..2020-08-02")

    assert result.exit_code == 0
    assert "要排 64 人次，排上 64，仍缺 0。" in result.stdout


def test_without_the_solver_the_draft_is_refused_with_how_to_get_it(
    houqin: Run, clean_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)

    checked = houqin("roster", clean_book)
    month = ("--period", "2020-07-18..2020-08-02")
    refused = houqin("roster", clean_book, "--fill", *month, "--format", "json")

    assert checked.exit_code == 0
    assert (refused.exit_code, json.loads(refused.stdout)["refused"]["code"]) == (2, "no_solver")
    assert "pip install ortools" in refused.stderr
