"""The defaults are complete: whatever the code looks up stands in defaults.toml."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.areas.drawn import book_of

import houqin
from houqin.areas import MODELS, RULES
from houqin.areas.school.defaults import (
    SettingFact,
    default_lists,
    default_settings,
    fact_of,
    families,
    list_facts,
    setting_facts,
)
from houqin.areas.school.limits import StatedValue
from houqin.areas.school.lists import default_vocabularies, spellings
from houqin.areas.school.setting_rules import defaults_hold
from houqin.cells.text import unspaced
from houqin.cells.writing import written
from houqin.problems import Hit

SOURCE = Path(houqin.__file__).parent
LOOKED_UP_BY = {"find", "number", "text", "day", "under"}
OPEN_LISTS = {"校区", "职务"}  # any value is read until the school has its own list
PROMISED = (
    "school.name",
    "term.name",
    "term.start",
    "term.end",
    "as_of",
    "period",
    "language",
    "hazard.days",
    "hazard.due_soon_days",
    "hazard.repeat_days",
    "inspect.patrol_per_day",
    "inspect.month_per_area",
    "stock.tolerance",
    "stock.expiry_soon_days",
    "stock.backup_days",
    "buy.collective",
    "buy.split_days",
    "buy.quotes",
    "repair.respond_hours",
    "repair.finish_days",
    "repair.quotes_from",
    "duty.travel_minutes",
    "duty.rest_hours",
    "health.fever",
    "health.fever.site",
    "health.small_group",
    "health.cluster",
    "lesson.rate",
    "survey.target",
    "survey.small_group",
    "appraisal.weight",
    "mail.subject",
)


def literal_of(node: ast.expr) -> str:
    """Return a text of the code, with * where it is put together."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(literal_of(part) or "*" for part in parts)
    return ""


def looked_up_in(code: str) -> Iterator[str]:
    """Yield what is handed to settings.number("…") and its like."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            whose = ast.unparse(node.func.value).rpartition(".")[2]
            if whose in {"settings", "limits"} and node.func.attr in LOOKED_UP_BY and node.args:
                yield literal_of(node.args[0]).lstrip("*.")  # a constant is found below


def codes_named_in(code: str) -> Iterator[str]:
    """Yield what constants hold that looks like the code of a setting."""
    areas = "|".join({code.partition(".")[0] for code in setting_facts()})
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Assign):
            parts = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            texts = map(literal_of, parts)
            yield from (text for text in texts if re.fullmatch(rf"({areas})\.[a-z_.]+", text))


def modules() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(SOURCE.rglob("*.py"))]


def is_stated(code: str) -> bool:
    """Tell whether a code, or every code that begins with it, has a default."""
    start = code.partition("*")[0].rstrip(".")
    return any(known == start or known.startswith(start + ".") for known in setting_facts())


def test_every_setting_that_code_looks_up_has_a_default() -> None:
    found = {code for text in modules() for code in looked_up_in(text) if code}

    assert {"hazard.days.*", "term.start", "mail.subject"} <= found
    assert [code for code in sorted(found) if not is_stated(code)] == []


def test_every_setting_that_a_constant_names_has_a_default() -> None:
    found = {code for text in modules() for code in codes_named_in(text)}

    assert "hazard.escalate" in found
    assert [code for code in sorted(found) if not is_stated(code)] == []


def test_every_setting_that_a_rule_obeys_has_a_default() -> None:
    found = {code for rule in RULES for code in rule.settings}

    assert "hazard.days" in found
    assert [code for code in sorted(found) if not is_stated(code)] == []


def test_a_code_that_nobody_states_is_found_out() -> None:
    code = 'book.settings.number("hazard.dayz"), limits.text(f"stock.tol.{each}", campus)'

    assert [each for each in looked_up_in(code) if not is_stated(each)] == [
        "hazard.dayz",
        "stock.tol.*",
    ]


def test_every_code_that_was_promised_has_a_default() -> None:
    assert [code for code in PROMISED if not is_stated(code)] == []


def test_every_list_that_a_field_names_has_its_values() -> None:
    named = {model.kind_of(field).choices for model in MODELS for field in model.model_fields} - {
        ""
    }

    assert {"检查类型", "出库类型", "比较", "校区", "职务"} <= named
    assert named - OPEN_LISTS <= set(list_facts())


def test_every_list_that_code_judges_by_has_its_values() -> None:
    named = set(re.findall(r'book\.group\(\s*"([^"]+)"', "\n".join(modules())))

    assert "检查结果" in named
    assert named <= set(list_facts())


@pytest.mark.parametrize("fact", list(setting_facts().values()), ids=lambda fact: fact.code)
def test_a_default_is_one_that_the_school_could_have_stated(fact: SettingFact) -> None:
    default = next(each for each in default_settings() if each.code == fact.code)

    assert StatedValue(fact, fact.unit, default.value).is_possible
    assert fact.name
    assert fact.source
    assert fact.comparator in ("", *default_vocabularies()["比较"].values)
    assert not fact.list or default.value in default_vocabularies()[fact.list].values


def test_every_family_has_a_default_for_its_brothers_to_follow() -> None:
    assert [prefix for prefix in families() if fact_of(f"{prefix}.新") is None] == []
    assert set(families().values()) - {"*"} <= set(list_facts())
    assert fact_of("hazard.days.") == fact_of("hazard.days.一般隐患")
    assert fact_of("hazard.hours.一般隐患") is None


def test_a_default_spelling_stands_for_one_value() -> None:
    meant: dict[tuple[str, str], set[str]] = {}
    for entry in default_lists():
        for word in (entry.value, *spellings(entry.same_as)):
            meant.setdefault((entry.list, unspaced(word)), set()).add(entry.value)

    assert {key: values for key, values in meant.items() if len(values) > 1} == {}


def test_every_value_of_a_list_with_groups_has_one_of_them() -> None:
    facts = list_facts()
    entries = [each for each in default_lists() if facts[each.list].groups]

    assert [each for each in entries if each.group not in facts[each.list].groups] == []


@pytest.mark.parametrize(
    ("list_name", "typed", "meant"),
    [
        ("检查结果", "√", "正常"),
        ("检查结果", "合格。", "正常"),
        ("检查结果", "×", "不正常"),
        ("检查结果", "异常", "不正常"),
        ("检查结果", "有", None),
        ("检查结果", "无", None),
        ("隐患等级", "重大", "重大隐患"),
        ("检查项目", "消防安全", "校园消防"),
        ("整改状态", "逾期", None),
        ("比较", "≥", ">="),
        ("比较", "＞＝", ">="),
        ("比较", "不超过", "<="),
        ("单位", "ＫＧ", "公斤"),
        ("单位", "只", "只"),
        ("入库类型", "购入", "采购"),
        ("出库类型", "报损", "报废"),
    ],
)
def test_a_word_of_a_default_list_means(list_name: str, typed: str, meant: str | None) -> None:
    found = default_vocabularies()[list_name].read(typed)

    assert (found if isinstance(found, str) else None) == meant


def drawn_master() -> str:
    """Draw 参数 as the new master has it."""
    rows = ["| 参数 | 代码 | 参数 | 值 | 单位 | 比较 | 来源 |"]
    for row, fact in enumerate(setting_facts().values(), 2):
        cells = (fact.code, fact.name, written(fact.value), fact.unit, fact.comparator, "学校自定")
        rows.append(f"| {row} | {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def hits_of_defaults(drawn: str, *, own: bool) -> list[Hit]:
    assert defaults_hold.check is not None
    return list(defaults_hold.check(book_of(drawn, own=own)))


def test_a_sheet_filled_from_the_defaults_says_the_same_and_needs_no_note() -> None:
    book = book_of(drawn_master())

    assert hits_of_defaults(drawn_master(), own=True) == []
    assert {
        code: (setting.value, setting.unit, setting.comparator)
        for code in setting_facts()
        if (setting := book.settings.find(code)) and setting.place
    } == {each.code: (each.value, each.unit, each.comparator) for each in default_settings()}


def test_one_note_tells_of_all_defaults() -> None:
    (hit,) = hits_of_defaults("| 班级 | 班级 | 校区 |\n| 2 | 六(5)班 | 本部 |\n", own=False)

    assert str(hit.place) == "参数"
    assert hit.values["count"] == len(setting_facts())


def test_the_note_counts_what_is_not_stated() -> None:
    lines = drawn_master().splitlines(keepends=True)
    without_two = "".join(
        line for line in lines if "| buy.quotes |" not in line and "| as_of |" not in line
    )

    (hit,) = hits_of_defaults(without_two, own=True)

    assert hit.values == {"count": 2, "names": "统计日期、询价家数", "codes": "as_of, buy.quotes"}
