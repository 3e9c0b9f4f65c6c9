"""Each trouble of a recorded machine gives its one finding, and a healthy machine none."""

import re
from typing import Any

import pytest
from tests.setup.recorded import changed, facts_in, healthy, machine_of, recording

from houqin.problems import Both
from houqin.setup.doctor import KINDS, examine, is_healthy, report_facts, report_text
from houqin.setup.findings.excel_seen import program_in
from houqin.setup.findings.finding import Severity
from houqin.setup.machine import System

HEALTHY = recording("healthy")
CASES = recording("troubles")["case"]


def recorded(case: dict[str, Any]) -> dict[str, Any]:
    """Return the healthy recording with a case laid over it."""
    folders = case.get("machine", {}).get("folders", [])
    told = changed(HEALTHY, case.get("machine", {}))
    told["folders"] = [*HEALTHY["folders"], *folders]
    told["book"] = {**HEALTHY["book"], **case.get("book", {})}
    if "refusal" in told["book"]:
        told["book"]["refusal"] = Both(*told["book"]["refusal"])
    return told


def test_a_healthy_machine_with_a_healthy_workbook_shows_nothing() -> None:
    found = examine(healthy(), facts_in(HEALTHY))

    assert found == ()
    assert report_text(found) == "没有发现问题：按钮应当能用。\n"


def test_a_healthy_machine_alone_shows_nothing() -> None:
    assert examine(healthy()) == ()


@pytest.mark.parametrize("case", CASES, ids=[f"{each['code']} {each['name']}" for each in CASES])
def test_a_trouble_gives_its_one_finding(case: dict[str, Any]) -> None:
    told = recorded(case)

    found = examine(machine_of(told), facts_in(told))

    assert [each.code for each in found] == [case["code"]]
    assert "{" not in report_text(found, "zh") + report_text(found, "en")


def test_every_kind_of_finding_has_a_recorded_machine() -> None:
    shown = {each["code"] for each in CASES} | {"DOC-39"}

    assert shown == {kind.code for kind in KINDS}


def test_the_codes_are_numbered_without_gaps() -> None:
    assert [kind.code for kind in KINDS] == [f"DOC-{n:02}" for n in range(1, len(KINDS) + 1)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_finding_speaks_both_languages_plainly(kind: Any) -> None:
    for words in (kind.title, kind.explanation, kind.fix):
        assert words.zh
        assert words.en
        assert not re.search(r"[\u4e00-\u9fff]{12}", words.en)
    names = [set(re.findall(r"{(\w+)}", words.zh)) for words in (kind.explanation, kind.fix)]
    assert names == [
        set(re.findall(r"{(\w+)}", words.en)) for words in (kind.explanation, kind.fix)
    ]


def test_the_worst_is_told_first() -> None:
    machine = healthy()
    machine.variables["PYTHONUTF8"] = "1"
    del machine.packages["pywin32"]

    found = examine(machine)

    assert [each.code for each in found] == ["DOC-03", "DOC-05"]
    assert not is_healthy(found)
    assert is_healthy(found[1:])


def test_the_report_says_what_why_and_what_to_do() -> None:
    machine = healthy()
    del machine.packages["pywin32"]

    assert report_text(examine(machine), "zh") == (
        "✘ DOC-03 缺少组件 pywin32\n"
        "  Python 靠它和 Excel 说话；没有它，按钮一点就报错。\n"
        "  怎么办：请双击安装包里的 install.cmd 重新安装（或运行 houqin install）。\n"
    )
    assert report_text(examine(machine), "en").startswith(
        "✘ DOC-03 The package pywin32 is missing\n"
    )


def test_the_report_for_programs_names_the_code_and_the_severity() -> None:
    machine = healthy()
    del machine.packages["pywin32"]

    (facts,) = report_facts(examine(machine), "en")

    assert (facts["code"], facts["severity"]) == ("DOC-03", "trouble")
    assert list(facts) == ["code", "severity", "title", "explanation", "fix"]


def test_elsewhere_than_on_windows_the_doctor_says_so_and_looks_at_the_workbook() -> None:
    machine = healthy()
    machine.system = System.LINUX
    machine.variables["HOME"] = "/home/wang"
    told = recorded({"book": {"houqin": "0.0.9"}})

    found = examine(machine, facts_in(told))

    assert [each.code for each in found] == ["DOC-34", "DOC-39"]
    assert found[1].severity is Severity.OK
    assert report_text(examine(machine), "en").startswith("Nothing wrong was found.\n\n· DOC-39")


def test_a_workbook_in_a_trusted_folder_runs_its_macros_whatever_else_is_set() -> None:
    machine = healthy()
    security = r"HKCU\Software\Microsoft\Office\16.0\Excel\Security"
    machine.registry.set_value(security, "VBAWarnings", 4)
    book = facts_in(HEALTHY)
    assert book.path is not None
    machine.files.marks[book.path] = "[ZoneTransfer]\r\nZoneId=3"

    assert examine(machine, book) == ()


def test_a_folder_that_a_policy_trusts_is_trusted_though_users_may_trust_none() -> None:
    machine = healthy()
    policies = r"HKLM\Software\Policies\Microsoft\Office\16.0"
    held = machine.registry.held
    keys = next(iter(held.values()))
    keys[rf"{policies}\Common\Security\Trusted Locations"] = {"Allow User Locations": 0}
    keys[rf"{policies}\Excel\Security\Trusted Locations\Location1"] = {
        "Path": "C:\\Users\\",
        "AllowSubfolders": 1,
    }

    assert examine(machine, facts_in(HEALTHY)) == ()


def test_where_trusted_folders_are_off_those_of_a_policy_do_not_count_either() -> None:
    machine = healthy()
    own = r"HKLM\Software\Policies\Microsoft\Office\16.0\Excel\Security\Trusted Locations"
    keys = next(iter(machine.registry.held.values()))
    keys[own] = {"AllLocationsDisabled": 1}
    keys[rf"{own}\Location1"] = {"Path": "C:\\Users\\", "AllowSubfolders": 1}

    assert [each.code for each in examine(machine, facts_in(HEALTHY))] == ["DOC-25"]


def test_a_workbook_of_somebody_else_has_no_buttons_to_lose() -> None:
    told = recorded({"book": {"macros": False, "ribbon": False, "code_names": False}})
    del told["book"]["path"]
    book = facts_in({"book": {**told["book"], "houqin": None, "path": HEALTHY["book"]["path"]}})

    assert examine(healthy(), book) == ()


@pytest.mark.parametrize(
    ("command", "program"),
    [
        (
            r'"C:\Program Files\Office16\EXCEL.EXE" /automation',
            r"C:\Program Files\Office16\EXCEL.EXE",
        ),
        (
            r"C:\Program Files\Office16\EXCEL.EXE /automation",
            r"C:\Program Files\Office16\EXCEL.EXE",
        ),
        (r"C:\PROGRA~1\OFFICE16\EXCEL.EXE", r"C:\PROGRA~1\OFFICE16\EXCEL.EXE"),
        ("excel /dde", "excel"),
    ],
)
def test_the_program_of_a_command_is_found_with_and_without_quotes(
    command: str, program: str
) -> None:
    assert program_in(command) == program
