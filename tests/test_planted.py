"""The demo's promise: nothing on the clean term, each planted mistake at its own cell, no more."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from houqin.areas import ALL_RULES, MODELS
from houqin.hosts.files import open_workbook
from houqin.master.demo import choices_of, clean_term, write_demo, write_planted
from houqin.master.demo.dirt import MISTAKES, mistakes
from houqin.master.demo.planting import answer, write_planted_books
from houqin.master.demo.school import AS_OF
from houqin.master.plants import plant_in
from houqin.master.term import copied
from houqin.pipeline import check
from houqin.problems import Problem
from houqin.result import Options, Result

SEEDS = (2020, 1, 7)
LONG_AFTER = date(2031, 1, 1)  # the books say themselves by which day they are judged
Where = tuple[str, str, str | None, int | None]  # code, sheet, cell, row


def checked(path: Path) -> Result:
    return check(open_workbook(path), Options(), LONG_AFTER)


def where(problem: Problem) -> Where:
    place = problem.place
    return problem.code, place.sheet, place.cell, place.row


def where_expected(told: dict[str, object]) -> Where:
    code, sheet, cell, row = (told[name] for name in ("code", "sheet", "cell", "row"))
    return code, sheet, cell, row  # type: ignore[return-value]


@pytest.fixture(scope="module", params=SEEDS)
def seed(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planted")
    list(write_planted(folder, SEEDS[0]))
    return folder


@pytest.fixture(scope="module")
def clean(seed: int, tmp_path_factory: pytest.TempPathFactory) -> Result:
    path = tmp_path_factory.mktemp(f"clean-{seed}") / "clean.xlsx"
    write_demo(path, "clean", seed)
    return checked(path)


@pytest.fixture(scope="module")
def left_by_staff(seed: int, tmp_path_factory: pytest.TempPathFactory) -> Result:
    path = tmp_path_factory.mktemp(f"demo-{seed}") / "demo.xlsx"
    write_demo(path, "demo", seed)
    return checked(path)


def test_the_clean_term_has_no_problem_of_any_severity_and_nothing_is_left_unjudged(
    clean: Result,
) -> None:
    assert [problem.message() for problem in clean.problems] == []
    assert (clean.skipped, clean.faults, clean.tidied) == ((), (), ())
    assert clean.judged == len(ALL_RULES)


def test_each_planted_mistake_is_found_at_its_own_cell_and_nothing_else(planted: Path) -> None:
    expected: dict[str, Counter[Where]] = {}
    for each in json.loads((planted / "planted.json").read_text("utf-8")):
        expected.setdefault(each["book"], Counter())[where_expected(each)] += 1
    results = {path.name: checked(path) for path in sorted(planted.glob("*.xlsx"))}

    assert {name: Counter(map(where, each.problems)) for name, each in results.items()} == expected
    assert [each.faults for each in results.values()] == [()] * len(results)


@pytest.mark.parametrize("other", SEEDS[1:])
def test_they_are_found_whatever_the_story(other: int, tmp_path: Path) -> None:
    """Mistakes of structure, each in a workbook of its own, look at no story at all."""
    term = clean_term(other)
    path, told = next(write_planted_books(tmp_path, term, AS_OF, choices_of(term)))

    found = checked(path)

    assert Counter(map(where, found.problems)) == Counter(map(where_expected, told))
    assert found.faults == ()


def test_planted_json_names_the_cells_that_one_counts_by_hand(planted: Path) -> None:
    told = json.loads((planted / "planted.json").read_text("utf-8"))
    found = {(each["book"], *where_expected(each)) for each in told}

    # headings stand in row 4; 74 people work at the school
    assert {
        ("planted.xlsx", "SCH-07", "参数", "C5", 5),
        ("planted.xlsx", "SCH-16", "校区", "B5", 5),
        ("planted.xlsx", "SCH-08", "参数", None, None),
        ("planted.xlsx", "CEL-04", "人员", "H79", 79),
        ("planted-TAB-01.xlsx", "TAB-01", "领用", None, 4),
        ("planted-TAB-05.xlsx", "TAB-05", "检查标准", "G5", 5),
        ("planted-TAB-08.xlsx", "TAB-08", "储备标准", None, None),
    } <= found


def test_every_rule_has_a_planted_mistake(planted: Path) -> None:
    told = json.loads((planted / "planted.json").read_text("utf-8"))

    assert {rule.code for rule in ALL_RULES} == {each["code"] for each in told}


def test_the_demo_shows_each_of_its_dozen_mistakes_at_its_own_cell_and_nothing_else(
    left_by_staff: Result, seed: int
) -> None:
    term = copied(clean_term(seed))
    rows = [(plant, plant_in(term, plant)) for plant in mistakes()]
    expected = [where_expected(answer("", term, plant, row)) for plant, row in rows]

    assert Counter(map(where, left_by_staff.problems)) == Counter(expected)
    assert sorted(code for code, *_ in expected) == sorted(MISTAKES)
    assert (left_by_staff.skipped, left_by_staff.faults) == ((), ())


def test_what_staff_wrote_carelessly_reads_as_it_was_meant(
    clean: Result, left_by_staff: Result
) -> None:
    assert len(left_by_staff.tidied) >= 40
    for model in MODELS:
        meant, written = clean.book[model], left_by_staff.book[model]
        for field in model.model_fields:
            found = written.column(field)[: len(meant)]
            assert (field, found) == (field, meant.column(field))
