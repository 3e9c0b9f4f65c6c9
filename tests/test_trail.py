"""The trail: one plain line for everything that was done, and never what a cell holds."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from tests.conftest import Run

from houqin import trail
from houqin.data_folder import data_folder as folder_in
from houqin.trail import BUTTON, Entry, about, keep, note, trail_file, trailed

MORNING = datetime(2020, 7, 1, 9, 0).astimezone()
Lines = Callable[[], list[str]]


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lines:
    monkeypatch.setenv("HOUQIN_DATA", str(tmp_path / "数据"))
    return lambda: trail_file().read_text("utf-8").splitlines()


def test_a_line_says_when_by_which_door_what_on_which_book_how_many_and_how_it_ended(
    lines: Lines,
) -> None:
    with trailed(Entry(MORNING, BUTTON, "校验全部", "后勤 台账.xlsm")):
        note(error=3, warning=12)

    assert lines() == [
        "2020-07-01 09:00:00 | button | 校验全部 | 后勤 台账.xlsm | error 3, warning 12 | done"
    ]


def test_what_is_not_known_is_a_stroke(lines: Lines) -> None:
    keep(Entry(MORNING, BUTTON, "帮助").line)

    assert lines() == ["2020-07-01 09:00:00 | button | 帮助 | - | - | done"]


def test_a_line_stays_one_line_whatever_a_file_is_called(lines: Lines) -> None:
    keep(Entry(MORNING, BUTTON, "校验全部", "a\n2020\r\u2028b\t\x00\udcff.xlsx").line)

    assert len(lines()) == 1


def test_what_stopped_is_told_by_its_kind_and_without_its_words(lines: Lines) -> None:
    with pytest.raises(ValueError, match="李四"), trailed(Entry(MORNING, BUTTON, "撤销")):
        raise ValueError("李四 36.9")

    assert lines() == ["2020-07-01 09:00:00 | button | 撤销 | - | - | ValueError"]


def test_the_first_book_that_is_named_counts(lines: Lines) -> None:
    with trailed(Entry(MORNING, "cli", "import")):
        about("台账.xlsx")
        about("旧表.xlsx")

    assert " | 台账.xlsx | " in lines()[0]


def test_without_an_entry_nothing_is_noted(lines: Lines) -> None:
    about("a.xlsx")
    note(error=1)

    assert not trail_file().exists()


def test_a_full_file_is_put_aside_and_the_oldest_goes(
    lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trail, "LARGEST", 5)

    for text in ("一", "二二", "三三", "四四", "五五", "六六"):
        keep(text)

    kept = {path.name: path.read_text("utf-8") for path in trail_file().parent.iterdir()}
    assert kept == {
        "trail.txt": "六六\n",
        "trail.1.txt": "五五\n",
        "trail.2.txt": "四四\n",
        "trail.3.txt": "三三\n",
    }


def test_a_trail_that_cannot_be_written_never_stops_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("HOUQIN_DATA", str(tmp_path / "file"))

    with trailed(Entry(MORNING, BUTTON, "校验全部")) as entry:
        note(error=1)

    assert entry.end == "done"
    assert not trail.can_be_kept()


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"HOUQIN_DATA": "/d", "LOCALAPPDATA": "/l"}, "/d"),
        ({"LOCALAPPDATA": "/l", "XDG_DATA_HOME": "/x"}, "/l/houqin"),
        ({"XDG_DATA_HOME": "/x"}, "/x/houqin"),
        ({}, "/home/lisi/.local/share/houqin"),
    ],
)
def test_the_data_folder_is_the_users_own(
    environment: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/lisi")

    assert folder_in(environment) == Path(folder)


def sheet_of(path: Path, *rows: tuple[str, ...]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "因病缺课"
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_check_leaves_its_counts_and_no_value_of_a_private_cell(
    houqin: Run, tmp_path: Path, lines: Lines
) -> None:
    heads = ("日期", "校区", "班级", "姓名", "体温", "症状", "备注")
    book = sheet_of(
        tmp_path / "缺课.xlsx", heads, ("昨天", "本部", "6.5", "赵小明", "三十九度", "咳嗽", "")
    )

    result = houqin("check", book, "--as-of", "2020-06-30")

    (line,) = lines()
    told = r"[\d-]+ [\d:]+ \| cli \| check \| 缺课\.xlsx \| error (\d+), warning \d+, note \d+, accepted 0 \| exit 1"
    found = re.fullmatch(told, line)
    assert result.exit_code == 1
    assert found is not None
    assert int(found[1]) == 2  # the day and the temperature cannot be read
    assert not any(value in line for value in ("赵", "三十九", "咳嗽", "6.5"))


def test_every_command_leaves_a_line_refused_ones_too(
    houqin: Run, tmp_path: Path, lines: Lines, clean_book: Path
) -> None:
    houqin("check", tmp_path / "gone.xlsx")
    houqin("run", clean_book, "-o", tmp_path / "out")
    houqin("rules", "STK-07")
    houqin("check", "--no-such-option")

    told = [line.split(" | ")[1:] for line in lines()]
    assert told == [
        ["cli", "check", "gone.xlsx", "-", "exit 2"],
        [
            "cli",
            "run",
            "clean.xlsx",
            "error 0, warning 0, note 0, accepted 0, files_written 5",
            "exit 0",
        ],
        ["cli", "rules", "-", "-", "exit 0"],
        ["cli", "check", "-", "-", "exit 2"],
    ]


def test_asking_for_the_version_or_for_help_leaves_no_line(houqin: Run, lines: Lines) -> None:
    houqin("--version")
    houqin("--help")

    assert not trail_file().exists()
