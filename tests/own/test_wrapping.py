"""Text cut to cells of a fixed height."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houqin.own.wrapping import LINES_IN_ROW, pieces

ROOM = 8


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("一二三四五六七八九十一二", ["一二三四五六七八九十一二"]),
        ("一二三四五六七八九十一二三", ["一二三四五六七八九十一二", "三"]),
        ("一\n二\n三\n四", ["一\n二\n三", "四"]),
        ("report to 校长", ["report to 校长"]),
        ("one two three four five six", ["one two three four", "five six"]),
        ("abcdefghij", ["abcdefghij"]),
        ("12345678 12345678 12345678 1", ["12345678 12345678 12345678", "1"]),
    ],
)
def test_a_text_is_cut_where_the_row_is_full(text: str, expected: list[str]) -> None:
    assert pieces(text, ROOM) == expected


def wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


@given(st.text(alphabet="一二校长ab1 ，"))
def test_nothing_is_lost_and_no_piece_is_longer_than_its_row(text: str) -> None:
    found = pieces(text, ROOM)

    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert max(wide(piece.replace(" ", "")) for piece in found) <= ROOM * LINES_IN_ROW
