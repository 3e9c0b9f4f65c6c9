"""Run every case file: a workbook drawn as text, and the problems it must give."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from houqin.hosts.memory import TextHost
from houqin.pipeline import check
from houqin.problems import Problem, Severity
from houqin.result import Options
from houqin.tables.grid import Grid

CASES = Path(__file__).parent / "cases"
KINDS = ("passing", "failing", "messy")


def load_cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*/*.toml")):
        content = tomllib.loads(path.read_text("utf-8"))
        for kind in KINDS:
            for case in content.get(kind, ()):
                as_of = content.get("as_of", "2020-06-30")
                yield pytest.param(
                    {"as_of": as_of, **case}, id=f"{path.stem} {kind}: {case['name']}"
                )


class Hiding(TextHost):
    """A drawn workbook some of whose rows are hidden, which no drawing shows."""

    def __init__(
        self, text: str, properties: dict[str, str] | None, rows: dict[str, list[int]]
    ) -> None:
        super().__init__(text, properties=properties)
        self._hidden = rows

    def read(self, sheet: str) -> Grid:
        return replace(super().read(sheet), hidden_rows=frozenset(self._hidden.get(sheet, ())))


@pytest.mark.parametrize("case", list(load_cases()))
def test_case(case: dict[str, Any]) -> None:
    host = Hiding(case["book"], case.get("properties"), case.get("hidden", {}))

    result = check(
        host, Options(as_of=case["as_of"], period=case.get("period", "")), date(2026, 1, 1)
    )

    assert result.faults == ()
    expected = case.get("expect", [])
    listed = {line.rpartition(" ")[2] for line in expected}
    told = [p for p in result.problems if p.severity is not Severity.NOTE or p.code in listed]
    assert [str(problem) for problem in told] == expected
    said = "\n".join(problem.message("zh") for problem in told)
    for words in case.get("says", ()):
        assert words in said
    for problem in result.problems:
        assert unfilled(problem) == set()
    assert {each.code for each in result.skipped} >= set(case.get("skips", ()))


def unfilled(problem: Problem) -> set[str]:
    """Return what the words would show and the rule did not give."""
    templates = " ".join(part for words in problem.words.values() for part in words)
    return set(re.findall(r"\{(\w+)", templates)) - set(problem.hit.values) - {"value"}
