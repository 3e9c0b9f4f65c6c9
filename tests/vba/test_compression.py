"""Compressed streams: what the specification shows, and what oletools reads."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples
from tests.vba.readers import OLEVBA_WARNS, decompressed, xlwings

from houqin.vba.compression import CHUNK, compress, decompress

pytestmark = pytest.mark.filterwarnings(OLEVBA_WARNS)

# [MS-OVBA 3.2]: of equally good copies Microsoft's compressor takes another one in the second.
SHOWN = [
    (
        b"abcdefghijklmnopqrstuv.",
        "01 19 B0 00 61 62 63 64 65 66 67 68 00 69 6A 6B 6C 6D 6E 6F 70 00 71 72 73 74 75 76 2E",
    ),
    (
        b"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa",
        (
            "01 2F B0 00 23 61 61 61 62 63 64 65 82 66 00 70 61 67 68 69 6A 01 38 08 61 6B 6C"
            "00 30 6D 6E 6F 70 06 71 02 70 04 10 72 73 74 75 76 10 77 78 79 7A 00 3C"
        ),
    ),
    (b"a" * 73, "01 03 B0 02 61 45 00"),
]
PIECES = st.lists(
    st.sampled_from([b"Public Sub ", b"End Sub\r\n", b"    ", b"x", b"aaa", b'"', bytes(range(64))])
)
TEXTS = PIECES.map(b"".join) | st.text("abcd \r\n", max_size=300).map(str.encode)
AROUND_A_CHUNK = [0, 1, 2, 3, 4, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 3]


@pytest.mark.parametrize(("content", "stream"), SHOWN)
def test_the_examples_of_the_specification_are_read(content: bytes, stream: str) -> None:
    assert decompress(bytes.fromhex(stream)) == content


@pytest.mark.parametrize(("content", "stream"), [SHOWN[0], SHOWN[2]])
def test_the_examples_of_the_specification_are_written(content: bytes, stream: str) -> None:
    assert compress(content) == bytes.fromhex(stream)


@given(TEXTS, st.integers(1, 60))
@examples(150)
def test_what_is_compressed_comes_back_here_and_in_oletools(text: bytes, times: int) -> None:
    content = text * times

    stream = compress(content)

    assert decompress(stream) == content
    assert decompressed(stream) == content


@pytest.mark.parametrize("size", AROUND_A_CHUNK)
def test_a_chunk_may_end_anywhere(size: int) -> None:
    content = (b"Dim A As Long\r\n" * 1000)[:size]

    assert decompress(compress(content)) == decompressed(compress(content)) == content


def test_a_long_module_becomes_less_than_half_as_long() -> None:
    source = xlwings("xlwings.bas")

    assert decompress(compress(source)) == source
    assert len(compress(source)) < len(source) / 2


@pytest.mark.parametrize("size", [CHUNK, 3 * CHUNK])
def test_a_chunk_that_excel_would_not_load_is_never_written(size: int) -> None:
    noise = random.Random(1).randbytes(size)  # noqa: S311 - any bytes without a pattern

    with pytest.raises(ValueError, match="cannot be compressed"):
        compress(noise)


def test_a_chunk_may_be_as_large_as_allowed_and_no_larger() -> None:
    noise = random.Random(1).randbytes(3640)  # noqa: S311 - any bytes without a pattern
    largest = noise[1:] + noise[1:4]

    assert len(compress(largest)) == 3 + CHUNK
    assert decompress(compress(largest)) == largest
    with pytest.raises(ValueError, match="cannot be compressed"):
        compress(noise + noise[:3])


def test_a_copy_may_be_as_long_as_a_chunk() -> None:
    assert compress(b"a" * CHUNK) == bytes.fromhex("01 03 B0 02 61 FC 0F")


def test_a_raw_chunk_of_others_is_read() -> None:
    noise = random.Random(1).randbytes(CHUNK)  # noqa: S311 - any bytes without a pattern

    assert decompress(b"\x01\xff\x3f" + noise) == noise


@pytest.mark.parametrize(
    ("stream", "reason"),
    [
        ("", "no compressed stream"),
        ("02 03 B0 02 61 45 00", "no compressed stream"),
        ("01 03", "ends within a chunk"),
        ("01 03 B0 02 61 45", "ends within a chunk"),
        ("01 03 C0 02 61 45 00", "unknown kind"),
        ("01 02 B0 01 00 00", "copies what is not there"),
        ("01 02 B0 02 61 45", "copies what is not there"),
        ("01 03 B0 02 61 FF 1F", "copies what is not there"),
        ("01 05 B0 06 61 FF 0F FF 0F", "longer than it may be"),
    ],
)
def test_a_damaged_stream_is_refused(stream: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        decompress(bytes.fromhex(stream))
