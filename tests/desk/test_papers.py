"""The buttons that write a paper beside the workbook."""

from functools import partial
from pathlib import Path

import docx
import pytest
from tests.desk.conftest import Pressed
from tests.desk.paper import PaperDesk
from tests.desk.test_undoing import shown

from houqin.desk import papers
from houqin.errors import HouqinError
from houqin.outgoing import DoorClosedError
from houqin.reports import written_summary

EDITED = b"edited for ten minutes"


def test_the_written_summary_is_written_beside_the_workbook_and_shown(
    desk: PaperDesk, press: Pressed
) -> None:
    before, shown_files = shown(desk), list[Path]()

    outcome = press(partial(papers.report, show=shown_files.append))

    path = desk.path.parent / "学期总结.docx"
    assert (
        docx.Document(str(path)).paragraphs[0].text == "青溪学校\n2019-2020学年第二学期后勤工作总结"
    )
    assert shown_files == [path]
    assert outcome.text.startswith("学期总结已写好：学期总结.docx\n台账里还有 ")
    assert shown(desk) == before


def test_where_nothing_shows_it_the_user_is_told_all_the_same(
    desk: PaperDesk, press: Pressed
) -> None:
    def closed(path: Path) -> None:
        raise DoorClosedError

    outcome = press(partial(papers.report, show=closed))

    assert "学期总结已写好" in outcome.text


@pytest.mark.parametrize(("answer", "name"), [(True, "学期总结.docx"), (False, "学期总结_2.docx")])
def test_a_summary_that_people_edited_is_replaced_only_if_they_say_so(
    desk: PaperDesk, press: Pressed, answer: bool, name: str
) -> None:
    edited = desk.path.parent / "学期总结.docx"
    edited.write_bytes(EDITED)
    desk.answers = [answer]

    outcome = press(partial(papers.report, show=lambda _: None))

    assert (edited.read_bytes() == EDITED) is not answer
    assert (desk.path.parent / name).read_bytes().startswith(b"PK")
    assert f"：{name}" in outcome.text


def test_without_its_library_the_button_says_so_and_writes_nothing(
    desk: PaperDesk, press: Pressed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(written_summary, "LIBRARY", "no_such_library")

    with pytest.raises(HouqinError, match="python-docx"):
        press(papers.report)

    assert not list(desk.path.parent.glob("*.docx"))
