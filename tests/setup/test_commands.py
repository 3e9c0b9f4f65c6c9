"""The commands say what they will do, ask, do it, and end with the right code."""

import json
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest
import typer
from tests.setup.before import BOOK, CONF, fresh
from tests.setup.recorded import RecordedMachine, healthy
from tests.setup.shop import Shop, make_wheel
from typer.testing import CliRunner

from houqin.setup import commands, this_machine, wheels

app = typer.Typer()
for each in (commands.install, commands.uninstall, commands.doctor, commands.bundle):
    app.command()(each)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> RecordedMachine:
    there = fresh()
    monkeypatch.setattr(this_machine, "this_machine", lambda: there)
    return there


@pytest.fixture
def master(tmp_path: Path) -> Path:
    path = tmp_path / "houqin.xlsm"
    path.write_bytes(b"master")
    return path


def call(*arguments: object, answers: str = "") -> Any:
    """Call a command as a user does."""
    return CliRunner().invoke(app, [str(each) for each in arguments], input=answers)


def test_install_asks_about_trust_and_once_more_before_it_begins(
    machine: RecordedMachine, master: Path
) -> None:
    done = call("install", "--master", master, answers="y\ny\n")

    assert done.exit_code == 0
    assert rf"让 Excel 信任文件夹 {BOOK.parent} 吗？" in done.output
    assert "将要做这些：" in done.output
    assert "装好了" in done.output
    assert machine.files.contents[BOOK] == b"master"


@pytest.mark.parametrize("answers", ["y\nn\n", "n\n", ""])
def test_who_does_not_agree_finds_nothing_changed(
    machine: RecordedMachine, master: Path, answers: str
) -> None:
    before = machine.state()

    done = call("install", "--master", master, answers=answers)

    assert done.exit_code == 2
    assert "没有做任何改动" in done.output
    assert machine.state() == before


def test_without_questions_no_folder_is_trusted_unless_that_is_said(
    machine: RecordedMachine, master: Path
) -> None:
    plain = call("install", "--yes", "--master", master)
    again = call("install", "--yes", "--master", master, "--trust", "--lang", "en")

    assert (plain.exit_code, again.exit_code) == (0, 0)
    assert "信任" not in plain.output
    assert "let Excel trust the folder" in again.output


def test_uninstall_takes_everything_back(machine: RecordedMachine, master: Path) -> None:
    before = machine.state()
    call("install", "--yes", "--master", master, "--trust")

    done = call("uninstall", "--yes")
    again = call("uninstall", "--yes")

    assert (done.exit_code, again.exit_code) == (0, 0)
    assert f"已撤回 {CONF}" in done.output
    assert "没有要撤回的" in again.output
    assert machine.state() == before


def test_uninstall_says_what_it_could_not_take_back(machine: RecordedMachine, master: Path) -> None:
    call("install", "--yes", "--master", master)
    machine.files.closed.add(BOOK)

    done = call("uninstall", "--yes")

    assert done.exit_code == 2
    assert f"这些没能撤回：{BOOK}" in done.output


def test_the_blank_workbook_is_asked_for_where_it_is_missing(
    machine: RecordedMachine, tmp_path: Path
) -> None:
    done = call("install", "--yes", "--master", tmp_path / "none.xlsm", "--lang", "en")

    assert done.exit_code == 2
    assert done.output == ("The blank workbook houqin.xlsm was not found; name it with --master.\n")


@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_elsewhere_than_on_windows_it_is_one_sentence(command: str) -> None:
    done = call(command)

    assert done.exit_code == 2
    assert done.output.count("\n") == 1
    assert "Windows" in done.output
    assert " / " in done.output


def test_the_doctor_finds_nothing_on_a_healthy_machine_and_says_where_the_trail_is(
    monkeypatch: pytest.MonkeyPatch, data_folder: Path
) -> None:
    monkeypatch.setattr(this_machine, "this_machine", healthy)

    done = call("doctor")

    said, trail = done.output.splitlines()
    assert (done.exit_code, said) == (0, "没有发现问题：按钮应当能用。")
    assert trail == f"运行记录：{data_folder / 'trail.txt'}"


def test_the_doctor_tells_trouble_and_ends_with_1(machine: RecordedMachine, tmp_path: Path) -> None:
    done = call("doctor", "--lang", "en")
    facts = call("doctor", "--format", "json")

    assert (done.exit_code, facts.exit_code) == (1, 1)
    assert "DOC-11 Excel has not been told where Python is" in done.output
    assert [each["code"] for each in json.loads(facts.output)] == ["DOC-11"]


def test_the_doctor_looks_at_a_workbook(tmp_path: Path) -> None:
    done = call("doctor", tmp_path / "none.xlsm")

    assert done.exit_code == 1
    assert "DOC-30 工作簿 none.xlsm 读不了" in done.output
    assert "找不到这个文件。" in done.output
    assert "DOC-39 这里不是 Windows" in done.output


def test_the_offline_folder_is_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(wheels, "pip_fetch", lambda _: Shop())
    wheel = make_wheel(tmp_path, "houqin", ["typer"])

    done = call("bundle", "-o", tmp_path / "out", "--wheel", wheel, "--python", "3.12")
    again = call("bundle", "-o", tmp_path / "out", "--wheel", wheel)

    assert done.exit_code == 0
    assert str(tmp_path / "out" / "install.cmd") in done.output.splitlines()
    assert again.exit_code == 2
    assert "请换一个新文件夹" in again.output


def test_a_healthy_recording_is_that_of_windows() -> None:
    assert healthy().path("C:\\a") == PureWindowsPath("C:\\a")
