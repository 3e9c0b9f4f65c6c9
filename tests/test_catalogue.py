"""Hold every rule, module and document to the promises that users and developers rely on."""

import ast
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from houqin.areas import AREAS, MODELS, RULES
from houqin.areas.school.defaults import default_settings, families, list_facts
from houqin.areas.school.settings import settings, vocabularies
from houqin.book import Book, Period
from houqin.cli import app
from houqin.problems import Severity
from houqin.reading import rules as reading
from houqin.reports import catalogue
from houqin.rows import Rows
from houqin.rules import Rule, run_rules
from houqin.school_calendar import SchoolCalendar
from houqin.tables.table import Table

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
ALL = [("reading", rule) for rule in reading.RULES] + [
    (area.key, rule) for area in AREAS for rule in area.rules
]
EACH = pytest.mark.parametrize(("area", "rule"), ALL, ids=[rule.code for _, rule in ALL])
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_codes_are_unique() -> None:
    codes = [rule.code for _, rule in ALL]
    assert len(codes) == len(set(codes))


@EACH
def test_a_rule_says_what_it_wants_in_both_languages(area: str, rule: Rule) -> None:
    assert CHINESE.search(rule.title.zh)
    assert not rule.title.zh.endswith("。")
    assert re.fullmatch(r"[A-Z].*\.", rule.title.en)
    assert rule.source


@EACH
def test_a_rules_words_are_two_clauses_in_each_language(area: str, rule: Rule) -> None:
    for words in (rule.zh, rule.en):
        assert all(words)
        assert not [part for part in words if part.rstrip().endswith((".", "。", "！", "!"))]
    assert CHINESE.search("".join(rule.zh))
    assert not [
        part for part in rule.en if CHINESE.search(re.sub(r"[\u4e00-\u9fff]+", _known, part))
    ]


def _known(found: re.Match[str]) -> str:
    """Headings, sheets and list values may stand in English words as they stand on the screen."""
    shown = {head.name for model in MODELS for head in model.headings().values()}
    shown |= {model.ledger.title for model in MODELS} | {
        v for each in vocabularies(None, None).values() for v in each.values
    }
    return "" if found[0] in shown else found[0]


@EACH
def test_a_rule_has_a_passing_a_failing_and_a_messy_case(area: str, rule: Rule) -> None:
    cases: dict[str, Any] = tomllib.loads((CASES / area / f"{rule.code}.toml").read_text("utf-8"))

    assert [case for case in cases["passing"] if not case.get("expect")]
    assert [
        case
        for case in cases["failing"]
        if any(line.endswith(f" {rule.code}") for line in case["expect"])
    ]
    assert [case for case in cases["failing"] if case.get("says")]
    assert cases["messy"]


def test_no_case_file_belongs_to_no_rule() -> None:
    assert {path.stem for path in CASES.glob("*/*.toml")} == {rule.code for _, rule in ALL}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_names_only_settings_that_there_are(rule: Rule) -> None:
    known = {setting.code for setting in default_settings()} | set(families())

    assert [code for code in rule.settings if code not in known] == []


def empty(model: Any) -> Rows[Any]:
    fields = list(model.model_fields)
    table = Table(model.ledger.key, model.ledger.title, 1, (), {}, {})
    return Rows(model, table, dict.fromkeys(fields, ()), {}, {})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_needs_no_more_than_it_says_and_finds_nothing_in_empty_sheets(rule: Rule) -> None:
    day = date(2020, 6, 30)
    rows = {model: empty(model) for model in (*rule.needs, *rule.also)}
    book = Book(
        rows, settings(None), SchoolCalendar(), day, Period(day, day), vocabularies(None, None)
    )

    verdict = run_rules([rule], book)

    assert [each for each in verdict.problems if each.severity is not Severity.NOTE] == []
    assert verdict.faults == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.ledger.key)
def test_every_field_has_a_hint_and_every_list_exists(model: Any) -> None:
    lists = {*list_facts(), "校区", "职务"}
    for field, head in model.headings().items():
        assert all(head.tip), field
        choices = model.kind_of(field).choices
        assert not choices or choices in lists, field
    assert all(model.ledger.about)


MODULES = sorted((ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_a_module_begins_with_one_sentence(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))

    first = (ast.get_docstring(tree) or "").partition("\n\n")[0]
    assert first.replace("\n", " ").endswith((".", ":"))


def test_the_readme_names_exactly_the_commands_that_there_are() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"^\| `houqin ([\w-]+)", text, flags=re.MULTILINE))

    commands = {
        each.name or getattr(each.callback, "__name__", "") for each in app.registered_commands
    }
    assert named == commands


def test_the_readmes_commands_are_one_line_each() -> None:
    blocks = re.findall(
        r"^```(?:sh|bat)\n(.*?)^```",
        (ROOT / "README.md").read_text("utf-8"),
        flags=re.MULTILINE | re.DOTALL,
    )

    assert [block.count("\n") for block in blocks[:4]] == [1, 1, 1, 1]
    assert all("pytest" in block for block in (blocks[1], blocks[3]))
    assert all("demo" in block for block in (blocks[0], blocks[2]))


def test_the_page_of_rules_is_that_of_the_code() -> None:
    written = (ROOT / "docs" / "rules.md").read_text("utf-8")

    assert written == catalogue.page(), "run: houqin rules --format md > docs/rules.md"
