"""The draft as another reader, the standard library's parser, sees it."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from houqin.errors import HouqinError
from houqin.reports.mail import draft, write_draft


def test_the_draft_is_unsent_and_carries_the_summary_under_its_chinese_name() -> None:
    written = draft(
        "后勤汇总.xlsx",
        b"PK\x03\x04",
        subject="后勤汇总",
        to=("a@qingxi.example",),
        body="校长：\n请见附件。\n",
    )

    read = message_from_bytes(written.as_bytes(), policy=default)

    assert read["X-Unsent"] == "1"
    assert read["Subject"] == "后勤汇总"
    assert read["To"] == "a@qingxi.example"
    body = read.get_body()
    assert body is not None
    assert body.get_content().splitlines() == ["校长：", "请见附件。"]
    (attachment,) = read.iter_attachments()
    assert attachment.get_filename() == "后勤汇总.xlsx"
    assert attachment.get_content() == b"PK\x03\x04"


def test_the_same_draft_has_the_same_bytes() -> None:
    assert (
        draft("a.xlsx", b"1", subject="b").as_bytes()
        == draft("a.xlsx", b"1", subject="b").as_bytes()
    )


@pytest.mark.parametrize("evil", ["汇总\nBcc: x@evil.example", "a\r\nX: 1"])
def test_no_header_can_be_smuggled_in(evil: str) -> None:
    with pytest.raises(HouqinError, match="换行"):
        draft("a.xlsx", b"1", subject=evil)
    with pytest.raises(HouqinError, match="换行"):
        draft("a.xlsx", b"1", subject="b", to=(evil,))


def test_a_missing_attachment_is_one_sentence_and_no_draft(tmp_path: Path) -> None:
    with pytest.raises(HouqinError, match="读不到附件"):
        write_draft(tmp_path / "a.eml", tmp_path / "nothing.xlsx", subject="b")

    assert list(tmp_path.iterdir()) == []
