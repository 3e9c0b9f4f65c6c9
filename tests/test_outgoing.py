"""A letter goes out as a draft by the first door that opens, and nothing is ever sent."""

import ast
import sys
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import houqin.outgoing
from houqin.errors import HouqinError
from houqin.outgoing import (
    DoorClosedError,
    Folder,
    Letter,
    MailProgram,
    MailSettings,
    Outlook,
    hand_over,
    mail_settings,
    own_settings_file,
    windows,
)
from houqin.outgoing.doors import above
from houqin.outgoing.windows import Com

MINE = MailSettings(("yuanzhang@qingxi.example", "office@qingxi.example"), "zongwu@qingxi.example")
BODY = "校长：\n\n逾期 <3 项 & 详见附件。\n"
SHOWN = "校长：<br><br>逾期 &lt;3 项 &amp; 详见附件。"
SIGNED = '<html><BODY lang="ZH-CN">李四 敬上</BODY></html>'


class ComError(Exception):
    """What pywin32 raises."""


class Recorded:
    """An Outlook that writes down what is done to a mail, and may fail at one step."""

    def __init__(self, fails_at: str = "") -> None:
        self.steps: list[tuple[Any, ...]] = []
        self.fails_at = fails_at
        self.HTMLBody = SIGNED

    def com(self) -> Com:
        return Com(self._dispatch, ComError)

    def _dispatch(self, program: str) -> Any:
        self._step("Dispatch", program)
        return self

    def _step(self, *step: Any) -> None:
        self.steps.append(step)
        if step[0] == self.fails_at:
            raise ComError(step)

    def CreateItem(self, kind: int) -> Any:  # noqa: N802 - Outlook's own names
        self._step("CreateItem", kind)
        return self

    def __setattr__(self, name: str, value: Any) -> None:
        if name[0].isupper() and hasattr(self, "HTMLBody"):
            self._step(name, value)
        super().__setattr__(name, value)

    def __getattr__(self, name: str) -> Any:
        if name == "Attachments":
            return self
        if name in {"Display", "Add", "Save", "Close", "Send"}:
            return lambda *given: self._step(name, *given)
        raise AttributeError(name)


@pytest.fixture
def letter(tmp_path: Path) -> Letter:
    summary = tmp_path / "后勤汇总, 学期.xlsx"
    summary.write_bytes(b"PK")
    return Letter("后勤汇总 6月", BODY, summary, MINE)


def closed(*_: Any) -> Any:
    raise DoorClosedError


def test_outlook_shows_the_letter_above_the_signature_and_keeps_it_in_drafts(
    letter: Letter,
) -> None:
    outlook = Recorded()

    said = hand_over(letter, [Outlook(outlook.com)])

    assert outlook.steps == [
        ("Dispatch", "Outlook.Application"),
        ("CreateItem", 0),
        ("To", "yuanzhang@qingxi.example; office@qingxi.example"),
        ("Subject", "后勤汇总 6月"),
        ("Display",),
        (
            "HTMLBody",
            f'<html><BODY lang="ZH-CN"><div>{SHOWN}</div><br>李四 敬上</BODY></html>',
        ),
        ("Add", str(letter.attachment.resolve())),
        ("Save",),
    ]
    assert said.zh == "邮件已在 Outlook 中打开，并存入草稿箱，请核对后自己发送。"
    assert "Drafts" in said.en


def test_a_page_without_a_body_takes_the_letter_at_its_start() -> None:
    assert above("好", "敬上") == "<div>好</div><br>敬上"
    assert above("好", "") == "<div>好</div><br>"


@pytest.mark.parametrize("step", ["Dispatch", "CreateItem"])
def test_without_outlook_the_next_door_is_tried(letter: Letter, step: str) -> None:
    opened: list[Path] = []

    said = hand_over(letter, [Outlook(Recorded(step).com), MailProgram(opened.append)])

    assert opened == [letter.attachment.parent / "邮件草稿.eml"]
    assert said.zh == "邮件草稿 邮件草稿.eml 已打开，请核对后自己发送。"


@pytest.mark.parametrize("step", ["Display", "HTMLBody", "Add", "Save", "Close"])
def test_what_outlook_could_not_finish_is_thrown_away(letter: Letter, step: str) -> None:
    outlook = Recorded("Add" if step == "Close" else step)

    with pytest.raises(DoorClosedError):
        Outlook(outlook.com).take(letter)

    assert outlook.steps[-1] == ("Close", 1)


def test_the_draft_holds_subject_letter_summary_and_the_users_own_addresses(letter: Letter) -> None:
    hand_over(letter, [MailProgram(lambda _: None)])

    draft = (letter.attachment.parent / "邮件草稿.eml").read_bytes()
    read = message_from_bytes(draft, policy=default)
    assert [read[name] for name in ("X-Unsent", "Subject", "To", "From", "Bcc")] == [
        "1",
        "后勤汇总 6月",
        "yuanzhang@qingxi.example, office@qingxi.example",
        "zongwu@qingxi.example",
        None,
    ]
    body = read.get_body()
    assert body is not None
    assert body.get_content().splitlines() == BODY.splitlines()
    (attached,) = read.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == (letter.attachment.name, b"PK")


@pytest.mark.parametrize(
    ("copies", "told"),
    [(True, "信的内容已复制，请粘贴到邮件里"), (False, "请在邮件里写好内容")],
)
def test_where_no_draft_opens_the_folder_does(letter: Letter, copies: bool, told: str) -> None:
    shown: list[Path] = []
    copied: list[str] = []

    def copy(text: str) -> bool:
        copied.append(text)
        return copies

    said = hand_over(letter, [Outlook(closed), MailProgram(closed), Folder(shown.append, copy)])

    assert (shown, copied) == ([letter.attachment.resolve()], [BODY])
    assert said.zh == (
        f"没有能打开草稿的邮件程序，已打开汇总所在的文件夹。{told}，并附上 {letter.attachment.name}。"
    )
    assert "folder is open" in said.en


def test_where_nothing_opens_the_user_is_told_where_the_summary_is(letter: Letter) -> None:
    said = hand_over(letter, [Outlook(closed), MailProgram(closed), Folder(closed)])

    assert said.zh == f"没有找到邮件程序。汇总在 {letter.attachment}，请自己附在邮件里发送。"
    assert str(letter.attachment) in said.en


@pytest.mark.parametrize(
    "door",
    [Outlook(Recorded().com), MailProgram(lambda _: None), Folder(lambda _: None, lambda _: True)],
)
def test_a_letter_to_nobody_says_that_a_recipient_is_missing(tmp_path: Path, door: Any) -> None:
    summary = tmp_path / "汇总.xlsx"
    summary.write_bytes(b"PK")

    said = hand_over(Letter("汇总", BODY, summary), [door])

    assert said.zh.endswith("收件人还空着，请填写。")
    assert said.en.endswith("It has no recipient yet; fill one in.")


def test_a_summary_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    missing = Letter("汇总", BODY, tmp_path / "汇总.xlsx")

    with pytest.raises(HouqinError, match="请先生成汇总"):
        hand_over(missing, [Outlook(Recorded("Add").com), MailProgram(lambda _: None)])

    assert list(tmp_path.iterdir()) == []


EVIL = (
    "a@b.cn\nBcc: x@evil.example",
    "a@b.cn\r\nX: 1",
    "a@b.cn; x@evil.example",
    "a@b.cn, x@evil.example",
    "校长 <a@b.cn>",
    "a@b.cn\u2028Bcc: x@evil.example",
    "a b@c.cn",
    "没有地址",
    "",
)


@pytest.mark.parametrize("address", EVIL)
def test_what_is_not_one_plain_address_goes_nowhere(address: str) -> None:
    with pytest.raises(HouqinError, match="不是邮件地址"):
        Letter("汇总", BODY, Path("汇总.xlsx"), MailSettings((address,)))
    if address:
        with pytest.raises(HouqinError, match="不是邮件地址"):
            Letter("汇总", BODY, Path("汇总.xlsx"), MailSettings((), address))


@pytest.mark.parametrize(
    "subject", ["汇总\nBcc: x@evil.example", "汇总\r\n", "汇\u2028总", "汇\x00总", "汇\t总"]
)
def test_a_subject_is_one_line(subject: str) -> None:
    with pytest.raises(HouqinError, match="一行"):
        Letter(subject, BODY, Path("汇总.xlsx"))


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_a_workbook_says_the_draft_has_the_same_headers(subject: str, body: str) -> None:
    try:
        letter = Letter(subject, body, Path("汇总.xlsx"), MINE)
    except HouqinError:
        return
    assert len(letter.subject.splitlines()) <= 1
    assert above(body, SIGNED).count("<") == SIGNED.count("<") + above(body, "").count("<")


@pytest.fixture
def own(tmp_path: Path) -> Callable[[bytes], Path]:
    def write(content: bytes) -> Path:
        path = tmp_path / "houqin.toml"
        path.write_bytes(content)
        return path

    return write


READ: tuple[tuple[str, MailSettings], ...] = (
    (
        '[mail]\nto = ["a@b.cn", "c@d.cn"]\nsender = "e@f.cn"\n',
        MailSettings(("a@b.cn", "c@d.cn"), "e@f.cn"),
    ),
    ('\ufeff[mail]\nto = "a@b.cn"\n', MailSettings(("a@b.cn",))),
    ("[mail]\n", MailSettings()),
    ("", MailSettings()),
    ("[other]\nto = 1\n", MailSettings()),
)


@pytest.mark.parametrize(("text", "settings"), READ)
def test_recipients_are_those_of_the_users_own_file(
    own: Callable[[bytes], Path], text: str, settings: MailSettings
) -> None:
    assert mail_settings(own(text.encode())) == settings


@pytest.mark.parametrize(
    "text",
    ["[mail", "mail = 1", "[mail]\nto = 5", "[mail]\nto = [5]", "[mail]\nsender = []", "\ud800"],
)
def test_a_file_that_is_not_understood_is_one_sentence(
    own: Callable[[bytes], Path], text: str
) -> None:
    with pytest.raises(HouqinError, match="读不懂"):
        mail_settings(own(text.encode("utf-8", "surrogatepass")))


def test_a_false_address_in_the_users_file_is_told(own: Callable[[bytes], Path]) -> None:
    with pytest.raises(HouqinError, match=r"a@b\.cn, c@d\.cn.*不是邮件地址"):
        mail_settings(own(b'[mail]\nto = ["a@b.cn, c@d.cn"]\n'))


def test_without_such_a_file_there_is_no_recipient(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APPDATA", str(tmp_path))

    assert mail_settings() == MailSettings()


def test_the_file_stands_in_the_users_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/lisi")

    assert own_settings_file({"APPDATA": "/roaming"}) == Path("/roaming/houqin/houqin.toml")
    assert own_settings_file({}) == Path("/home/lisi/.config/houqin/houqin.toml")


@pytest.fixture
def pywin32(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Stand-ins for the modules of pywin32 that write down what is asked of them."""
    steps: list[tuple[Any, ...]] = []
    modules = {
        name: ModuleType(name)
        for name in ("win32com", "win32com.client", "pywintypes", "win32clipboard")
    }
    vars(modules["win32com.client"])["Dispatch"] = lambda program: steps.append(
        ("Dispatch", program)
    )
    vars(modules["pywintypes"]).update(com_error=ComError, error=ComError)
    board = vars(modules["win32clipboard"])
    for name in ("OpenClipboard", "EmptyClipboard", "SetClipboardText", "CloseClipboard"):
        board[name] = lambda *given, name=name: steps.append((name, *given))
    board["CF_UNICODETEXT"] = 13
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)
    return steps


def test_on_windows_pywin32_is_asked(pywin32: list[tuple[Any, ...]]) -> None:
    com = windows.com()
    com.dispatch("Outlook.Application")

    assert com.error is ComError
    assert windows.copy_text("校长：\n好\n")
    assert pywin32 == [
        ("Dispatch", "Outlook.Application"),
        ("OpenClipboard",),
        ("EmptyClipboard",),
        ("SetClipboardText", "校长：\r\n好", 13),
        ("CloseClipboard",),
    ]


def test_a_clipboard_that_another_program_holds_is_left_alone(
    pywin32: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def held() -> None:
        raise ComError

    monkeypatch.setattr("win32clipboard.OpenClipboard", held)

    assert not windows.copy_text("好")
    assert pywin32 == []


def test_the_explorer_is_asked_to_select_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr("subprocess.Popen", started.append)

    windows.show_in_folder(Path("/汇总, 六月/后勤汇总.xlsx"))

    assert started == ['explorer /select,"/汇总, 六月/后勤汇总.xlsx"']


def test_a_draft_is_opened_by_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("os.startfile", opened.append, raising=False)

    windows.open_file(Path("邮件草稿.eml"))

    assert opened == ["邮件草稿.eml"]


def test_elsewhere_than_on_windows_every_door_is_closed(letter: Letter) -> None:
    if sys.platform == "win32":
        pytest.skip("this is Windows")

    said = hand_over(letter)

    assert said.zh.startswith("没有找到邮件程序。")
    assert not windows.copy_text("好")


def test_nothing_in_the_code_sends() -> None:
    folder = Path(houqin.outgoing.__file__).parent
    called = {
        node.attr
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
    }

    assert {
        name for name in called if name.lower().startswith("send") and name != "sender"
    } == set()
