"""Column letters, as the screen shows them."""

from functools import cache


@cache
def column_letter(number: int) -> str:
    """Return the letter of a column counted from 1.

    >>> [column_letter(n) for n in (1, 26, 27, 703)]
    ['A', 'Z', 'AA', 'AAA']
    """
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column, counted from 1.

    >>> [column_number(letters) for letters in ("A", "Z", "AA", "AAA")]
    [1, 26, 27, 703]
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def split_address(cell: str) -> tuple[str, int]:
    """Return the letters and the row of an address; a whole row has no letters.

    >>> [split_address(cell) for cell in ("G118", "118")]
    [('G', 118), ('', 118)]
    """
    letters = cell.rstrip("0123456789")
    return letters, int(cell[len(letters) :])
