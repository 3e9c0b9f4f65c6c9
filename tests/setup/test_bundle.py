"""The offline folder holds what Windows needs, with checksums, or is not there at all."""

import hashlib
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.setup.shop import SHELF, Shop, make_wheel

from houqin.files import CannotWriteError
from houqin.setup import bundle, wheels
from houqin.setup.bundle import make_bundle, own_wheel
from houqin.setup.machine import NotDoneError
from houqin.setup.wheels import Target, Wheel, needed

TARGET = Target("3.11")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "dist").mkdir()
    return make_wheel(tmp_path / "dist", "houqin", SHELF["houqin"])


def test_the_folder_holds_everything_that_windows_needs(tmp_path: Path, own: Path) -> None:
    shop = Shop()
    folder = tmp_path / "U 盘" / "后勤"

    made = make_bundle(folder, own, TARGET, shop)

    assert shop.asked == [
        (own.name, "xlwings"),
        (own.name, "xlwings", "pygments-win", "colorama", "pywin32>=224"),
    ]
    assert [path.relative_to(folder).as_posix() for path in made] == [
        "SHA256SUMS.txt",
        "doctor.cmd",
        "install.cmd",
        "requirements.txt",
        "uninstall.cmd",
        "wheels/colorama-1.0-py3-none-any.whl",
        "wheels/houqin-1.0-py3-none-any.whl",
        "wheels/pydantic-1.0-py3-none-any.whl",
        "wheels/pygments_win-1.0-py3-none-any.whl",
        "wheels/pywin32-1.0-py3-none-any.whl",
        "wheels/rich-1.0-py3-none-any.whl",
        "wheels/typer-1.0-py3-none-any.whl",
        "wheels/uvloop-1.0-py3-none-any.whl",
        "wheels/xlwings-1.0-py3-none-any.whl",
        "使用说明.html",
    ]
    assert [each.name for each in folder.parent.iterdir()] == ["后勤"]


def test_every_file_has_its_checksum(tmp_path: Path, own: Path) -> None:
    folder = tmp_path / "out"

    made = make_bundle(folder, own, TARGET, Shop())

    lines = (folder / bundle.CHECKSUMS).read_text("utf-8").splitlines()
    sums = {line[66:]: line[:64] for line in lines}
    assert sums == {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in made
        if path.name != bundle.CHECKSUMS
    }
    pinned = (folder / bundle.REQUIREMENTS).read_text("ascii")
    assert f"pywin32==1.0 --hash=sha256:{sums['wheels/pywin32-1.0-py3-none-any.whl']}\n" in pinned
    assert pinned.count("\n") == 9


@pytest.mark.parametrize("name", bundle.COMMANDS)
def test_a_command_file_is_plain_to_every_code_page(tmp_path: Path, own: Path, name: str) -> None:
    make_bundle(tmp_path / "out", own, Target("3.12"), Shop())

    content = (tmp_path / "out" / name).read_bytes()

    assert content.isascii()
    assert b"{{" not in content
    assert content.count(b"\n") == content.count(b"\r\n") == len(content.splitlines())
    labels = set(re.findall(rb"^:(\w+)", content, flags=re.MULTILINE))
    assert set(re.findall(rb"(?:goto|call) :(\w+)", content)) == labels
    assert max(map(len, content.splitlines())) < 300


def test_what_a_button_needs_is_there_though_it_is_an_extra(tmp_path: Path) -> None:
    needs = ['python-docx>=1.1; extra == "docs"', 'pytest; extra == "test"']
    make_wheel(tmp_path, "houqin", needs)

    assert wheels.needed(wheels.wheels_in(tmp_path), TARGET) == ("python-docx>=1.1",)


def test_install_asks_for_the_python_that_the_wheels_are_for(tmp_path: Path, own: Path) -> None:
    make_bundle(tmp_path / "out", own, Target("3.12"), Shop())

    text = (tmp_path / "out" / "install.cmd").read_text("ascii")

    assert "py -3.12" in text
    assert r"Python312\python.exe" in text
    assert "sys.version_info[:2]!=(3,12)" in text
    assert "--no-index" in text
    assert "--require-hashes" in text


class Page(HTMLParser):
    """What a page shows, and what it would load from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loads: list[str] = []
        self.pictures = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)
        facts = dict(attrs)
        self.pictures += tag == "svg" and "aria-label" in facts
        self.loads += [v for n, v in attrs if n in ("src", "href") and v and not v.startswith("#")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in ("meta", "br"):
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_has_pictures_and_needs_nothing_else(tmp_path: Path, own: Path) -> None:
    make_bundle(tmp_path / "out", own, TARGET, Shop())
    text = (tmp_path / "out" / bundle.PAGE).read_text("utf-8")

    page = Page()
    page.feed(text)

    assert page.open == []
    assert page.loads == []
    assert page.pictures == 4
    assert "Python 3.11" in text
    assert "{{" not in text
    for name in bundle.COMMANDS:
        assert name in text


def test_a_folder_in_use_is_left_alone(tmp_path: Path, own: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")

    with pytest.raises(NotDoneError, match="请换一个新文件夹"):
        make_bundle(folder, own, TARGET, Shop())

    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path, own: Path) -> None:
    (tmp_path / "out").mkdir()

    assert make_bundle(tmp_path / "out", own, TARGET, Shop())


def test_what_cannot_be_had_leaves_nothing_behind(tmp_path: Path, own: Path) -> None:
    def fail(requirements: Sequence[str], folder: Path) -> None:
        make_wheel(folder, "half")
        raise NotDoneError("没有网络", "no connection")

    with pytest.raises(NotDoneError, match="没有网络"):
        make_bundle(tmp_path / "out", own, TARGET, fail)

    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_requirements_that_never_end_are_given_up(tmp_path: Path, own: Path) -> None:
    def endless(requirements: Sequence[str], folder: Path) -> None:
        make_wheel(folder, "houqin", [f"part{len(requirements)}"])

    with pytest.raises(NotDoneError, match="part2、part3"):
        make_bundle(tmp_path / "out", own, TARGET, endless)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path, own: Path) -> None:
    with pytest.raises(CannotWriteError):
        make_bundle(own / "below a file", own, TARGET, Shop())


def test_a_wheel_of_another_version_does_not_meet_a_requirement() -> None:
    here = Path("a.whl")
    have = (Wheel(here, "a", "1.0", ("b_c>=2",)), Wheel(here, "b-c", "1.5", ()))

    assert needed(have, TARGET) == ("b_c>=2",)


def test_houqins_own_wheel_is_the_one_given_or_built_from_the_checkout(
    tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[tuple[str, ...]] = []

    def build(*arguments: str) -> None:
        called.append(arguments)
        make_wheel(tmp_path, "houqin")

    monkeypatch.setattr(bundle, "pip", build)

    assert own_wheel(tmp_path, own) == own
    assert own_wheel(tmp_path) == tmp_path / "houqin-1.0-py3-none-any.whl"
    assert called[0][0] == "wheel"
    assert "--no-deps" in called[0]


def test_a_wheel_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotDoneError, match="--wheel"):
        own_wheel(tmp_path, tmp_path / "none.whl")


def test_pip_that_fails_says_why() -> None:
    with pytest.raises(NotDoneError, match="pip 没有成功：ERROR: unknown command"):
        wheels.pip("no-such-command")


def test_wheels_are_fetched_for_windows_and_never_built(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    called: list[tuple[str, ...]] = []
    monkeypatch.setattr(wheels, "pip", lambda *arguments: called.append(arguments))

    wheels.pip_fetch(TARGET)(["xlwings"], tmp_path)

    text = " ".join(called[0])
    assert "--only-binary=:all:" in text
    assert "--platform win_amd64" in text
    assert "--python-version 3.11" in text
    assert text.endswith("xlwings")
