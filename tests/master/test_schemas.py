"""The schemas say what the contract says of each field, in the words of JSON Schema."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from houqin.areas import MODELS
from houqin.master.schemas import schemas

SCHEMAS: dict[str, dict[str, Any]] = {name: json.loads(text) for name, text in schemas().items()}
KNOWN = {
    "title", "description", "type", "format", "pattern", "enum", "items", "anyOf",
    "minimum", "maximum", "exclusiveMinimum",
}  # fmt: skip

# The columns that contract 1 marks with a star, but for 参数 值, of which a cell may stay blank.
REQUIRED = {
    "settings": "code name source",
    "campuses": "name",
    "people": "name",
    "classes": "class_ campus pupils",
    "calendar": "date kind",
    "lists": "list value",
    "standards": "code area content kinds",
    "inspections": "date kind campus place area result inspectors",
    "hazards": "number found campus place kind description grade responsible status",
    "equipment": "number kind name campus place",
    "items": "item name unit",
    "receipts": "number date campus name unit quantity acceptor keeper",
    "stock_issues": "number date campus name unit quantity person department purpose",
    "counts": "date campus name unit counters",
    "reserve_standards": "name unit basis quota",
    "survey_questions": "survey question text scale satisfied group",
    "survey_answers": "survey group campus question answer",
    "approval_levels": "above approver",
    "purchases": "number requested campus department requester name quantity amount purpose",
    "budgets": "year amount",
    "posts": "campus post slot heads",
    "roster": "date campus post slot people",
    "leave": "person start end",
    "visitors": "date arrived campus visitor host reason",
    "repairs": "number reported campus place reporter kind description urgency",
    "property_checks": "date campus class_ item inspectors",
    "appraisals": "month person item full appraiser",
    "welfare": "event date person signed",
    "honours": "date kind title",
    "goals": "number goal",
    "shortcomings": "number area text",
    "health_checks": "date slot class_ expected present sick other reporter",
    "sick_absences": "date campus class_ pupil symptoms",
    "diseases": "disease",
    "training_needs": "topic kind role times per",
    "trainings": "date campus kind topic organiser present",
    "safety_lessons": "topic due class_ pupils completed",
}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.ledger.key)
def test_exactly_the_starred_fields_may_not_be_blank(model: Any) -> None:
    fields = SCHEMAS[f"{model.ledger.key}.json"]["properties"]
    nullable = [name for name, each in fields.items() if {"type": "null"} in each.get("anyOf", ())]

    assert [name for name in fields if name not in nullable] == REQUIRED[model.ledger.key].split()


def test_a_column_of_values_is_needed_on_the_sheet_of_settings_though_a_value_is_not() -> None:
    settings = next(model for model in MODELS if model.ledger.key == "settings")

    (value,) = [head for head in settings.layout().heads if head.field == "value"]
    assert value.required
    assert not settings.required("value")


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_by_its_draft(name: str) -> None:
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.ledger.key)
def test_a_field_is_described_in_words_that_json_schema_knows(model: Any) -> None:
    for field, schema in SCHEMAS[f"{model.ledger.key}.json"]["properties"].items():
        for part in (schema, *schema.get("anyOf", ())):
            assert set(part) <= KNOWN, field


@pytest.mark.parametrize(
    ("key", "field", "values"),
    [
        ("calendar", "kind", ["上课", "休息", "停课"]),
        ("reserve_standards", "basis", ["每人", "每班", "每校", "固定"]),
        ("hazards", "grade", None),  # the school's own list
    ],
)
def test_only_a_list_that_no_school_may_change_is_closed(
    key: str, field: str, values: list[str] | None
) -> None:
    assert SCHEMAS[f"{key}.json"]["properties"][field].get("enum") == values
