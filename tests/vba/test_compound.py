"""Compound files: olefile and pyOpenVBA read ours, and we read theirs."""

import struct
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples
from tests.vba.readers import olefile, xlwings

from houqin.master.package import parts
from houqin.vba.compound import CUTOFF, MINI_SECTOR, SECTOR, compound, streams
from houqin.vba.directory import NOTHING, Entry, Kind, directory_of

RED, BLACK = 0, 1
SIZES = [0, 1, MINI_SECTOR, MINI_SECTOR + 1, CUTOFF - 1, CUTOFF, CUTOFF + 1, 3 * CUTOFF]
NAMES = st.text("abcXYZ01_", min_size=1, max_size=8)
FILES = st.dictionaries(
    st.one_of(NAMES, st.tuples(st.just("VBA-"), NAMES).map("/".join)),
    st.sampled_from(SIZES).map(lambda size: bytes(number % 251 for number in range(size))),
    max_size=12,
).filter(lambda files: len({path.upper() for path in files}) == len(files))


def of_sizes(*sizes: int) -> dict[str, bytes]:
    return {f"VBA/S{place}": bytes([place % 256]) * size for place, size in enumerate(sizes)}


@given(FILES)
@examples(60)
def test_streams_of_any_size_come_back_here_and_in_olefile(files: dict[str, bytes]) -> None:
    content = compound(files)

    assert streams(content) == files
    assert olefile(content) == files


@pytest.mark.parametrize("size", SIZES)
def test_a_stream_stands_in_small_sectors_or_in_large_ones(size: int) -> None:
    files = of_sizes(size, size, 10)

    assert olefile(compound(files)) == streams(compound(files)) == files


@pytest.mark.parametrize("size", [60_000, 130 * SECTOR, 127 * SECTOR * 3, 5_000_000])
def test_the_table_of_sectors_may_need_several_sectors(size: int) -> None:
    files = of_sizes(size, 5)

    assert olefile(compound(files)) == streams(compound(files)) == files


def test_a_container_is_filled_to_its_end_and_no_further() -> None:
    most = (109 * 127 - 1) * SECTOR  # the table may have 109 sectors, and one is the directory
    files = {"PROJECT": bytes(most)}

    assert olefile(compound(files)) == streams(compound(files)) == files
    with pytest.raises(ValueError, match="too large"):
        compound({"PROJECT": bytes(most + 1)})


def test_the_order_of_the_streams_makes_no_difference() -> None:
    files = of_sizes(1, 5000, 70) | {"PROJECT": b"x"}

    assert compound(files) == compound(dict(reversed(files.items())))


def test_a_file_consists_of_whole_sectors_without_times_or_owners() -> None:
    content = compound(of_sizes(1, 5000, 70))

    assert len(content) % SECTOR == 0
    first = struct.unpack_from("<I", content, 48)[0]
    root = content[(first + 1) * SECTOR :][:128]
    assert root[80:116] == bytes(36)


@pytest.mark.parametrize(
    ("paths", "reason"),
    [
        (["VBA/" + "x" * 32], "cannot be the name"),
        (["a:b"], "cannot be the name"),
        (["VBA/"], "cannot be the name"),
        (["Dir", "dir"], "are the same"),
        (["VBA", "VBA/dir"], "both a stream and a storage"),
    ],
)
def test_names_that_are_not_allowed_are_refused(paths: list[str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        compound(dict.fromkeys(paths, b""))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 8, 15, 16, 31, 64, 100, 200])
def test_a_storage_is_a_sorted_red_black_tree(count: int) -> None:
    entries = directory_of({f"VBA/{'Mm'[n % 2]}{n * 37 % 211}": b"" for n in range(count)})
    vba = next(entry for entry in entries if entry.name == "VBA")
    names = [entry.name for entry in in_order(entries, vba.child)]

    assert len(names) == count
    assert all((len(a), a.upper()) < (len(b), b.upper()) for a, b in pairwise(names))
    assert entries[vba.child].color == BLACK
    assert len(set(blacks_to_the_ends(entries, vba.child))) == 1
    assert not [entry for entry in entries if entry.color == RED and has_red_child(entries, entry)]


def in_order(entries: list[Entry], place: int) -> list[Entry]:
    if place == NOTHING:
        return []
    entry = entries[place]
    return [*in_order(entries, entry.left), entry, *in_order(entries, entry.right)]


def blacks_to_the_ends(entries: list[Entry], place: int) -> list[int]:
    if place == NOTHING:
        return [0]
    entry = entries[place]
    ends = blacks_to_the_ends(entries, entry.left) + blacks_to_the_ends(entries, entry.right)
    return [count + (entry.color == BLACK) for count in ends]


def has_red_child(entries: list[Entry], entry: Entry) -> bool:
    return any(
        place != NOTHING and entries[place].color == RED for place in (entry.left, entry.right)
    )


@pytest.mark.parametrize(
    "file", ["quickstart.xlsm", "quickstart_standalone.xlsm", "addin/xlwings.xlam"]
)
def test_what_excel_wrote_is_read_as_olefile_reads_it(file: str) -> None:
    content = parts(xlwings(file))["xl/vbaProject.bin"]

    assert streams(content) == olefile(content)


SOUND = compound(of_sizes(10, 5000))
FIRST_ENTRY = struct.unpack_from("<I", SOUND, 48)[0]
AT_DIRECTORY = (FIRST_ENTRY + 1) * SECTOR


def overwritten(place: int, value: bytes) -> bytes:
    return SOUND[:place] + value + SOUND[place + len(value) :]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no compound file"),
        (b"PK\x03\x04" + bytes(600), "no compound file"),
        (overwritten(26, b"\x04"), "version 3"),
        (SOUND[:-SECTOR], "before its last sector"),
        (SOUND[: 2 * SECTOR], "before its last sector"),
        (overwritten(48, struct.pack("<I", 128)), "no end"),
        (overwritten(68, struct.pack("<I", 0)), r"before its last sector|no end"),
        (overwritten(AT_DIRECTORY + 66, b"\x02"), "begin with its root"),
        (overwritten(AT_DIRECTORY + 66, b"\x09"), "no proper entries"),
        (overwritten(AT_DIRECTORY + 76, struct.pack("<I", 0)), "leads astray"),
        (overwritten(AT_DIRECTORY + 76, struct.pack("<I", 4)), "leads astray"),
        (overwritten(AT_DIRECTORY + 2 * 128 + 68, struct.pack("<I", 2)), "leads astray"),
        (overwritten(AT_DIRECTORY + 3 * 128 + 120, struct.pack("<I", 99_999)), "shorter"),
    ],
)
def test_a_damaged_file_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        streams(content)


def with_listing(follower: int) -> bytes:
    """Return the file with a sector of its own that lists where its table is."""
    place = len(SOUND) // SECTOR - 1
    table = struct.unpack_from("<I", SOUND, 76)[0]
    header = overwritten(68, struct.pack("<III", place, 1, NOTHING))[:SECTOR]
    listing = struct.pack("<128I", table, *[NOTHING] * 126, follower)
    return header + SOUND[SECTOR:] + listing


def test_a_table_that_is_listed_beyond_the_header_is_found() -> None:
    assert streams(with_listing(0xFFFFFFFE)) == streams(SOUND)


def test_a_listing_that_leads_back_to_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="no end"):
        streams(with_listing(len(SOUND) // SECTOR - 1))


@given(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=4))
@examples(200)
def test_no_damage_makes_the_reader_run_for_ever_or_fail_otherwise(
    place: int, value: bytes
) -> None:
    damaged = overwritten(place, value)[: len(SOUND)]

    try:
        found = streams(damaged)
    except ValueError:
        return
    assert all(len(content) <= len(SOUND) for content in found.values())


def test_kinds_of_entries_are_those_of_the_specification() -> None:
    entries = directory_of({"VBA/dir": b"", "PROJECT": b""})

    assert [(entry.name, entry.kind) for entry in entries] == [
        ("Root Entry", Kind.ROOT),
        ("VBA", Kind.STORAGE),
        ("dir", Kind.STREAM),
        ("PROJECT", Kind.STREAM),
    ]
