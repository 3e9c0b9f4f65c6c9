"""The finished package: a ribbon is added, nothing is lost, and every build is the same."""

from importlib import import_module
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from tests.vba.sample import RIBBON, RIBBON_PART, ROOTS, raw, sample, zipped

from houqin.hosts.archive import Archive
from houqin.hosts.package import relationships
from houqin.master.package import finished, parts


def test_only_the_ribbon_and_its_link_are_new() -> None:
    before, after = parts(raw()), parts(sample())

    assert after.pop(RIBBON_PART) == RIBBON.encode()
    assert {name for name in before if before[name] != after.pop(name)} == {ROOTS}
    assert after == {}


def test_the_package_names_its_ribbon() -> None:
    links = relationships(Archive(sample()), "")

    assert [link.target for link in links if link.kind == "extensibility"] == [RIBBON_PART.lower()]
    assert len({link.id for link in links}) == len(links)


def test_the_same_parts_give_the_same_bytes_whatever_their_order_and_time() -> None:
    shuffled = zipped(dict(reversed(parts(raw()).items())))

    assert finished(shuffled, RIBBON) == sample()


def test_every_part_has_the_same_time_and_rights() -> None:
    with ZipFile(BytesIO(sample())) as package:
        entries = package.infolist()

    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr) for entry in entries} == {(3, 0o600 << 16)}
    assert [entry.filename for entry in entries[:3]] == [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
    ]


def test_the_finished_workbook_opens() -> None:
    book = load_workbook(BytesIO(sample()), keep_vba=True)

    assert book.sheetnames == ["总览", "台账", "配置"]


def test_another_reader_finds_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsm"
    path.write_bytes(sample())

    assert import_module("pyopenvba.integrity").check_file(path).issues == ()


def test_a_second_ribbon_is_refused() -> None:
    with pytest.raises(ValueError, match="a ribbon already"):
        finished(sample(), RIBBON)


@pytest.mark.parametrize("roots", [{}, {ROOTS: b"<Relationships/>"}])
def test_a_package_that_names_nothing_is_refused(roots: dict[str, bytes]) -> None:
    found = parts(raw())
    del found[ROOTS]

    with pytest.raises(ValueError, match="does not tell what it holds"):
        finished(zipped(found | roots), RIBBON)


def test_what_is_no_package_is_refused() -> None:
    with pytest.raises(ValueError, match="no package"):
        parts(b"PK")


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="the same name"):
        parts(zipped({"a.xml": b"", "A.xml": b""}))
