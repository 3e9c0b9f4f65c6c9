"""What a text in a cell tells about its row: a total, a remark, a signature, a ditto."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from houqin.cells.values import CellValue
from houqin.tables.headings import bare, plain

DITTO = frozenset({"同上", "同前", "〃", "″", '"', "“", "”"})

_TOTAL = re.compile(
    r"(?P<of>[^:,;。]{0,8}?)(?P<kind>[合小总共累])计(?:人民币|金额|数量|大写)*(?::.*)?"
)
_SOME_TOTAL = re.compile(r"[合小总共累]\s*计")
_REMARK = re.compile(r"(?:填[表写报])?(?:说明|注意事项|注意|备注|附注|注)\d?[:.、].*|以下空白.*")
_LABEL = re.compile(r"\s*([^\d:：]{1,20})[:：]")
_SOME_NOTE = re.compile(r"\s*(?:[以说注备填附]\S{0,6}[:：.、白]|[^\d:：]{1,20}[:：])")
# what a person signs or dates below a table: 制表人, 审核, 分管校长, 填表日期
_SIGNED = re.compile(
    r".{0,8}(?:[人员长师导任]|主管|保管|部门|单位|日期|时间|签名|签字|签章|盖章|审核|审批|制表)"
)


def total_of(text: str) -> Literal["all", "part", "other"] | None:
    """Return what a total covers: all rows, those since the last total, or who knows."""
    found = _TOTAL.fullmatch(bare(text)) if _SOME_TOTAL.search(text) else None
    if not found:
        return None
    if found["kind"] in "合总共" and not found["of"]:
        return "all"
    if (found["of"], found["kind"]) in {("", "小"), ("本页", "合"), ("本页", "小")}:
        return "part"
    return "other"


def some_notes(texts: Iterable[str]) -> Iterator[str]:
    """Return quickly the few texts that may be a remark or a signature."""
    return filter(_SOME_NOTE.match, texts)


def is_remark(text: str) -> bool:
    """Tell whether a text is a remark on the whole table, such as 说明：…."""
    return bool(_REMARK.fullmatch(bare(text)))


def label_of(text: str) -> str:
    """Return the label that a text starts with, such as 检查人 in 检查人：张三."""
    found = _LABEL.match(text)
    return plain(found[1]) if found else ""


def is_signed(label: str) -> bool:
    """Tell whether a label asks for a person, a date or an office."""
    return bool(_SIGNED.fullmatch(label))


def has_colon(text: str) -> bool:
    """Tell whether a text has a colon of either width."""
    return ":" in text or "：" in text


def is_ditto(value: CellValue) -> bool:
    """Tell whether a cell means the value above."""
    return isinstance(value, str) and value.strip() in DITTO
