"""The demo term: an invented school's ledgers, February to June 2020, in three forms."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from houqin.files import write_text
from houqin.master.demo.appraisal import appraisal
from houqin.master.demo.dirt import left_by_staff
from houqin.master.demo.duty import duty
from houqin.master.demo.goals import goals_and_shortcomings
from houqin.master.demo.health import health
from houqin.master.demo.honours import honours
from houqin.master.demo.planting import write_planted_books
from houqin.master.demo.property_checks import property_checks
from houqin.master.demo.purchasing import purchasing
from houqin.master.demo.repairs import repairs
from houqin.master.demo.safety import safety
from houqin.master.demo.school import (
    AS_OF,
    calendar_rows,
    campus_rows,
    class_rows,
    list_rows,
    people_rows,
    setting_rows,
    staff,
)
from houqin.master.demo.stock import stock
from houqin.master.demo.survey import survey
from houqin.master.demo.training import training
from houqin.master.demo.welfare import welfare
from houqin.master.term import Term
from houqin.master.workbook import write_ledgers

FORMS = ("demo", "clean", "planted")


def clean_term(seed: int = 2020, scale: int = 1) -> Term:
    """Return the term without any mistake; the same seed gives the same term."""
    random = Random(seed)  # noqa: S311 - a story, not a secret
    people = staff()
    term: Term = {
        "settings": setting_rows(),
        "campuses": campus_rows(people),
        "people": people_rows(people),
        "classes": class_rows(people, random),
        "calendar": calendar_rows(),
        "lists": list_rows(),
    }
    term |= safety(people, random) | stock(people, random, scale)
    term |= purchasing(people, term["receipts"], seed)
    term |= duty(people, seed)
    term |= survey(people, term["classes"], Random(f"{seed}-survey"))  # noqa: S311 - a story as well
    term["property_checks"] = property_checks(term, people, Random(f"{seed}-property"))  # noqa: S311
    term |= repairs(term, people, Random(f"{seed}-repairs"))  # noqa: S311 - as above
    term |= appraisal(people, seed) | welfare(people, seed) | honours(people, seed)
    term |= health(people, term["classes"], seed) | training(people, term["classes"], seed)
    return term | goals_and_shortcomings(people)


def choices_of(term: Term) -> dict[str, list[str]]:
    """Return the values of every list, for the drop-downs."""
    found: dict[str, list[str]] = {"校区": [str(row["name"]) for row in term["campuses"]]}
    for row in term["lists"]:
        found.setdefault(str(row["list"]), []).append(str(row["value"]))
    return found


def write_demo(path: Path, form: str, seed: int = 2020, scale: int = 1) -> None:
    """Write the workbook of the term, clean or as staff leave it."""
    term = clean_term(seed, scale)
    shown = left_by_staff(term, seed) if form == "demo" else term
    write_ledgers(path, shown, AS_OF, choices_of(term))


def write_planted(folder: Path, seed: int = 2020, scale: int = 1) -> Iterator[Path]:
    """Write the planted mistakes and `planted.json`, which says what must be found where."""
    term = clean_term(seed, scale)
    answers = []
    for path, expected in write_planted_books(folder, term, AS_OF, choices_of(term)):
        answers += expected
        yield path
    target = folder / "planted.json"
    write_text(target, json.dumps(answers, ensure_ascii=False, indent=1) + "\n")
    yield target
