"""Workbooks sent from the Explorer are checked each into a folder beside it."""

from pathlib import Path

import pytest

from houqin.setup import sent, this_machine
from houqin.setup.plain import PlainMachine
from houqin.setup.sent import check_sent, folder_beside


def test_each_workbook_gets_a_folder_beside_it(tmp_path: Path) -> None:
    books = [tmp_path / "领用 & 入库 (五月).xlsx", tmp_path / "100%.xlsm"]
    done = []

    def run(book: Path, out: Path) -> int:
        done.append((book, out))
        return 1

    shown, refused = check_sent(books, run, tmp_path / "elsewhere")

    beside = (tmp_path / "领用 & 入库 (五月)_后勤校验", tmp_path / "100%_后勤校验")
    assert done == list(zip(books, beside, strict=True))
    assert shown == beside
    assert refused == ()


def test_what_was_refused_is_not_shown_and_the_others_are(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.xlsx", tmp_path / "bad.xlsx"

    shown, refused = check_sent([bad, good], lambda book, _: 2 if book == bad else 0, tmp_path)

    assert shown == (tmp_path / "good_后勤校验",)
    assert refused == (bad,)


def test_an_empty_folder_of_a_refused_workbook_does_not_stay(tmp_path: Path) -> None:
    check_sent([tmp_path / "bad.xlsx"], lambda *_: 2, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_the_results_go_elsewhere(tmp_path: Path) -> None:
    taken = tmp_path / "book_后勤校验"
    taken.write_text("a file of that name")

    assert folder_beside(tmp_path / "book.xlsx", tmp_path / "desktop") == (
        tmp_path / "desktop" / "book_后勤校验"
    )


class Showing(PlainMachine):
    """A machine that remembers what was shown."""

    def __init__(self) -> None:
        self.shown: list[Path] = []

    def show(self, folder: object) -> None:
        self.shown.append(Path(str(folder)))


def test_the_whole_way_of_a_workbook_that_was_sent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, clean_book: Path
) -> None:
    machine = Showing()
    monkeypatch.setattr(this_machine, "this_machine", lambda: machine)
    book = tmp_path / "领用 登记.xlsx"
    book.write_bytes(clean_book.read_bytes())

    sent.main([str(book)])

    out = tmp_path / "领用 登记_后勤校验"
    assert machine.shown == [out]
    assert (out / "result.json").is_file()


def test_a_refusal_waits_to_be_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    class Enter:
        def readline(self) -> str:
            return "\n"

    monkeypatch.setattr(this_machine, "this_machine", Showing)
    monkeypatch.setattr("sys.stdin", Enter())

    sent.main([str(tmp_path / "none.xlsx")])

    assert "按回车键关闭" in capsys.readouterr().out
