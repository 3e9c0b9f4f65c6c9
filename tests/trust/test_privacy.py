"""What is private stays in the workbook: every output of every term is searched for it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from tests.desk.paper import PaperDesk, copy_of
from tests.trust.outputs import Made, Run, all_outputs, of_bytes, support_file
from tests.trust.secrets_of import (
    CANARY_NUMBER,
    CANARY_PHONE,
    RARE,
    Pair,
    private_pairs,
    private_texts,
    with_all_canaries,
)

from houqin.areas import ALL_RULES, MODELS
from houqin.book import Book, Period
from houqin.errors import place_of
from houqin.master.demo import choices_of, clean_term, write_demo, write_planted
from houqin.master.demo.school import AS_OF
from houqin.master.plants import plant_in, plants
from houqin.master.term import Term, copied
from houqin.master.workbook import write_ledgers
from houqin.privacy import MAY_SHOW, Content, Output, may_show, outputs_of, private_fields
from houqin.problems import Hit
from houqin.rules import run_rules
from houqin.school_calendar import SchoolCalendar
from houqin.settings import Settings

CLEAN = clean_term()
WORKBOOKS = Path(__file__).parents[2] / "workbook"
BETWEEN = re.compile(r"[\s,\-]")  # what may stand between the digits of a number or a phone
KEEPS_ALL = {Output.WORKBOOK, Output.BACKUP, Output.MARKED_COPY}
FORMS = ("clean", "demo", "planted", "canaries")


def planted_term() -> Term:
    term = copied(CLEAN)
    for plant in plants():
        if not plant.alone:
            plant_in(term, plant)
    return term


def term_of(form: str) -> tuple[Term, set[str]]:
    """Return a term and what is secret in it."""
    if form == "canaries":
        return with_all_canaries(CLEAN)
    term = planted_term() if form == "planted" else CLEAN
    return term, private_texts(term)


def written_book(folder: Path, form: str, term: Term) -> Path:
    path = folder / "book.xlsx"
    if form == "planted":
        return next(write_planted(folder))
    if form in ("clean", "demo"):
        write_demo(path, form)
    else:
        write_ledgers(path, term, AS_OF, choices_of(CLEAN))
    return path


def leaks(made: Made, secrets: Collection[str]) -> list[str]:
    """Return the secrets that stand in an output, however they are spaced; of numbers also without cents."""
    text = BETWEEN.sub("", made.text)
    plain = (BETWEEN.sub("", each.removesuffix(".37")) for each in secrets)
    return [each for each in plain if each in text]


def pairs_told(made: Made, pairs: Collection[Pair]) -> Iterator[tuple[Pair, str]]:
    """Yield each name that stands on one line with what is private about it."""
    values: dict[str, set[str]] = {}
    for name, value in pairs:
        values.setdefault(name, set()).add(value)
    for line in (each for each in made.lines if not each.lstrip().startswith(("<", "[", "{"))):
        for name in (each for each in values if each in line):
            yield from ((Pair(name, each), line) for each in values[name] if each in line)


@pytest.mark.parametrize("form", FORMS)
def test_no_output_tells_what_it_must_not(form: str, tmp_path: Path, houqin: Run) -> None:
    """All is asked in one test, for making every output takes its time."""
    term, secrets = term_of(form)
    book = written_book(tmp_path, form, term)
    made = all_outputs(book, tmp_path / "made", houqin)

    assert {each.output for each in made} == set(Output) - KEEPS_ALL - {Output.SUPPORT}
    holds_what_is_searched_for(book, secrets)
    assert [(each.name, leaks(each, secrets)) for each in made if leaks(each, secrets)] == []
    if form != "canaries":
        pairs = private_pairs(term)
        assert len(pairs) > 20
        assert [found for each in made for found in pairs_told(each, pairs)] == []
    tells_problems_only_as_counts(made)
    names_nobody([each for each in made if each.output is Output.ROLLUP])


def holds_what_is_searched_for(book: Path, secrets: set[str]) -> None:
    itself = of_bytes(Output.WORKBOOK, "book", book.read_bytes())

    assert len(secrets) > 300
    assert len(leaks(itself, secrets)) > 0.9 * len(secrets)  # staff write some otherwise


def tells_problems_only_as_counts(made: list[Made]) -> None:
    listed = next(each for each in made if each.name == "check")
    problems = {line for line in listed.lines if re.match(r"\S+ [A-Z]{3}-\d\d  ", line)}
    sentences = {line.split("  ", 1)[1] for line in problems}
    sent = [each for each in made if Content.PLACES not in MAY_SHOW[each.output]]

    assert {each.output for each in sent} >= {Output.SUMMARY, Output.MAIL, Output.ROLLUP}
    assert [(each.name, leaks(each, sentences)) for each in sent if leaks(each, sentences)] == []


def names_nobody(rolled: list[Made]) -> None:
    people = {str(row["name"]) for row in CLEAN["people"]}

    assert len(rolled) >= 2
    assert [leaks(each, people) for each in rolled] == [[]] * len(rolled)


# --- a search that could not fail would be no proof


def test_a_planted_leak_is_found() -> None:
    secrets = {"闻一诺", "13800010001", f"{CANARY_NUMBER}00001.37"}
    for text in ("见 闻 一诺", "138 0001-0001", "7,391,400,001"):
        assert leaks(of_bytes(Output.MAIL, "leak", text.encode()), secrets)
    line = of_bytes(Output.EXPORT, "leak", "甲乙,病假,2020-05-12".encode())
    assert [pair for pair, _ in pairs_told(line, {Pair("甲乙", "病假")})] == [Pair("甲乙", "病假")]


def test_a_leak_in_a_part_of_a_workbook_or_of_an_attachment_is_found(
    tmp_path: Path, houqin: Run
) -> None:
    book = openpyxl.Workbook()
    book.active.append(["说明", "闻一诺"])  # type: ignore[union-attr]
    book.save(tmp_path / "leak.xlsx")
    houqin("mail", tmp_path / "leak.xlsx", "--draft", tmp_path / "leak.eml")

    for name in ("leak.xlsx", "leak.eml"):
        made = of_bytes(Output.MAIL, name, (tmp_path / name).read_bytes())
        assert leaks(made, {"闻一诺"}) == ["闻一诺"]


def test_without_its_mark_a_field_is_found_out(tmp_path: Path, houqin: Run) -> None:
    """The search sees what an export would show if a mark were forgotten."""
    book, secrets = tmp_path / "book.xlsx", private_texts(CLEAN)
    term = copied(CLEAN)
    for row, sick in zip(term["goals"], term["sick_absences"], strict=False):
        row["goal"] = f"{sick['pupil']}复课"
    write_ledgers(book, term, AS_OF, choices_of(CLEAN))
    done = houqin("export", book, "--sheet", "goals")

    assert leaks(of_bytes(Output.EXPORT, "goals", done.stdout_bytes), secrets)


# --- faults


def test_a_support_file_and_what_is_told_of_a_fault_hold_no_value(tmp_path: Path) -> None:
    opened = PaperDesk.of(WORKBOOKS / "houqin-demo.xlsm")
    desk = opened.copied(copy_of(opened.path, tmp_path))
    typed = "闻一诺 13800010001"
    try:
        _ = {"": 0}[typed]
    except KeyError as error:
        made = support_file(desk, error)

    assert leaks(made, {"闻一诺", "13800010001"}) == []
    assert "KeyError" in made.text
    assert "test_privacy.py" in made.text


def test_a_rule_that_breaks_over_a_value_does_not_tell_it() -> None:
    def breaks(book: Book) -> list[Hit]:
        message = "闻一诺"
        raise KeyError(message)

    broken = replace(
        next(each for each in ALL_RULES if not each.needs and not each.also), check=breaks
    )
    day = date(2020, 6, 30)
    book = Book({}, Settings({}, {}), SchoolCalendar(), day, Period(day, day))
    (fault,) = run_rules([broken], book).faults

    assert "闻一诺" not in fault.error
    assert fault.error.startswith("KeyError (test_privacy.py:")


def test_what_was_never_raised_has_a_name_only() -> None:
    assert place_of(ValueError("闻一诺")) == "ValueError"


# --- the table


def test_the_table_says_of_each_output_whether_it_may_show_what_is_private() -> None:
    assert {each for each in Output if may_show(each, private=True)} == KEEPS_ALL
    assert {each for each in Output if may_show(each, private=False)} == set(Output) - {
        Output.ROLLUP,
        Output.SUPPORT,
    }
    assert MAY_SHOW.keys() == set(Output)


PRIVATE: dict[str, set[str]] = {
    "people": {"phone", "email"},
    "visitors": {"phone"},
    "leave": {"kind"},
    "repairs": {"phone"},
    "safety_lessons": {"missing"},
    "welfare": {"amount"},
}
WHOLLY = {"sick_absences", "appraisals"}


def test_the_private_fields_are_those_that_the_contract_names() -> None:
    found = {model.ledger.key: set(private_fields(model)) for model in MODELS}

    whole = {model.ledger.key: set(model.model_fields) for model in MODELS}
    expected = PRIVATE | {key: whole[key] for key in WHOLLY}
    assert {key: fields for key, fields in found.items() if fields} == expected


def test_a_private_field_goes_nowhere_and_another_one_nearly_everywhere() -> None:
    people = next(model for model in MODELS if model.ledger.key == "people")

    assert outputs_of(people, "phone") == KEEPS_ALL
    assert Output.SUMMARY in outputs_of(people, "name")


def test_the_canaries_stand_in_no_other_text() -> None:
    told = "".join(private_texts(CLEAN)) + "".join(map(str, CLEAN.values()))

    assert not set(RARE) & set(told)
    assert CANARY_NUMBER not in told
    assert CANARY_PHONE not in told
