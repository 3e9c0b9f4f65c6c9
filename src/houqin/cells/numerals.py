"""Chinese numerals: 三十, 两百零五, 壹仟贰佰."""

import re

DIGITS = "零一二三四五六七八九"
CAPITAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
SIGNS = "零〇一二两三四五六七八九十百千万亿壹贰貳叁肆伍陆陸柒捌玖拾佰仟萬億"

_SMALL = str.maketrans(
    "〇两壹贰貳叁肆伍陆陸柒捌玖拾佰仟萬億",
    "零二一二二三四五六六七八九十百千万亿",
)
_CAPITAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_BARE_TEN = re.compile(r"(?<![一二三四五六七八九])十")
# 十万零五千 and 十万五千 are both good style; one of them is enough to compare with.
_FREE_ZERO = re.compile(r"(?<=万)零(?=.千)|(?<=亿)零(?=.千[^亿]*万)")
_PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_SCALES = ((10**8, "亿"), (10**4, "万"), (1, ""))
_MOST = 10**12
_LONGEST = 40


def numeral_value(text: str) -> int | None:
    """Return the number that a numeral spells out in full, or None: 一百五 may mean two numbers.

    >>> [numeral_value(text) for text in ("三十", "两百零五", "一百五", "一般")]
    [30, 205, None, None]
    """
    small = _FREE_ZERO.sub("", _BARE_TEN.sub("一十", text.translate(_SMALL)))
    if len(small) > _LONGEST:
        return None
    number = _sum(small)
    return number if number is not None and small == spelled(number) else None


def spelled(number: int) -> str:
    """Return the numeral of a number from 0 to below 10**12.

    >>> [spelled(number) for number in (0, 12, 205, 10050)]
    ['零', '一十二', '二百零五', '一万零五十']
    """
    text, skipped = "", False
    for scale, mark in _SCALES:
        section, number = divmod(number, scale)
        if section:
            gap = "零" if text and (skipped or section < _PLACES[0][0]) else ""
            text += gap + _spelled_section(section) + mark
        skipped = not section
    return text or "零"


def in_capital_signs(numeral: str) -> str:
    """Return a numeral in the signs that are used on receipts."""
    return numeral.translate(_CAPITAL)


def digit_value(sign: str) -> int:
    """Return the value of one digit, Arabic or Chinese."""
    return int(sign) if sign.isascii() else DIGITS.index(sign.translate(_SMALL))


def _spelled_section(number: int) -> str:
    text = ""
    for unit, mark in _PLACES:
        digit, number = divmod(number, unit)
        if digit:
            text += DIGITS[digit] + mark
        elif number and text and not text.endswith("零"):
            text += "零"
    return text


def _sum(numeral: str) -> int | None:
    places = {mark: unit for unit, mark in _PLACES if mark}
    scales = {mark: scale for scale, mark in _SCALES if mark}
    total = section = digit = 0
    for sign in numeral:
        if sign in DIGITS:
            digit = DIGITS.index(sign)
        elif sign in places:
            section, digit = section + digit * places[sign], 0
        elif sign in scales:
            total, section, digit = total + (section + digit) * scales[sign], 0, 0
        else:
            return None
    number = total + section + digit
    return number if number < _MOST else None
