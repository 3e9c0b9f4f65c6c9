"""The term as staff leave it: written as people write, and with a dozen real mistakes."""

from collections.abc import Callable
from datetime import date, datetime
from random import Random
from typing import Any

from houqin.areas import MODELS
from houqin.master.plants import Plant, plant_in, plants
from houqin.master.term import Term, copied

EVERY = 23  # about one row in so many is written carelessly
DIRTY = (
    "inspections",
    "hazards",
    "receipts",
    "stock_issues",
    "counts",
    "equipment",
    "survey_answers",
    "purchases",
    "roster",
    "visitors",
    "repairs",
    "property_checks",
    "appraisals",
    "welfare",
    "honours",
    "health_checks",
    "sick_absences",
    "trainings",
    "safety_lessons",
)
MISTAKES = (  # each by its first plant: blanks and dates, quantities, words, stock, safety, surveys
    "CEL-01",
    "CEL-05",
    "CEL-06",
    "CEL-11",
    "CEL-14",
    "STK-05",
    "STK-07",
    "CNT-01",
    "INS-03",
    "HAZ-06",
    "HAZ-21",
    "EQP-02",
    "SVY-12",
    "SVY-14",
    "BUY-08",
    "BUY-33",
    "DUT-11",
    "VIS-02",
    "REP-11",
    "REP-25",
    "PRO-07",
    "APR-06",
    "WEL-03",
    "SIC-04",
    "SIC-10",
    "TRN-08",
    "TRN-12",
)


def left_by_staff(term: Term, seed: int = 2020) -> Term:
    """Return the term with cells that read as well as before, and some that do not."""
    random = Random(seed)  # noqa: S311 - a story, not a secret
    changed = copied(term)
    for model in MODELS:
        if model.ledger.key in DIRTY:
            for row in changed[model.ledger.key][7::EVERY]:
                _scribble(model, row, random)
    for plant in mistakes():
        plant_in(changed, plant)
    return changed


def mistakes() -> tuple[Plant, ...]:
    """Return the real mistakes of the term as staff leave it."""
    first: dict[str, Plant] = {}
    for plant in plants():
        if plant.code in MISTAKES and not plant.alone:
            first.setdefault(plant.code, plant)
    return tuple(first.values())


def _scribble(model: Any, row: dict[str, Any], random: Random) -> None:
    """Write one or two cells of a row as people do."""
    able = [field for field in row if row[field] is not None and model.kind_of(field).name in WAYS]
    for field in random.sample(able, min(2, len(able))):
        way = random.choice(WAYS[model.kind_of(field).name])
        row[field] = way(row[field], row)


def _wide(text: str) -> str:
    """Return digits in full width, as a Chinese keyboard leaves them."""
    return "".join(chr(ord(letter) + 0xFEE0) if letter.isdigit() else letter for letter in text)


def _weekday(day: date) -> str:
    return "一二三四五六日"[day.weekday()]


def _spoken(class_: str, form: str) -> str:
    """Return a class as people say it, such as 六(5)班 for 6.5."""
    grade, _, number = class_.partition(".")
    return form.format(grade="一二三四五六七八九"[int(grade) - 1], number=number)


def _dotted(day: datetime) -> str:
    return f"{day.year}.{day.month}.{day.day}"


SAID = {  # the other words that people choose for a value of a list
    "正常": "完好",
    "不正常": "有问题",
    "日巡视": "每日巡查",
    "月检查": "每月检查",
    "消杀": "消毒",
    "校园消防": "消防安全",
    "食品安全": "食堂安全",
    "一般隐患": "一般",
    "已验收": "验收合格",
    "水电": "水电维修",
    "晨检": "早检",
    "发热": "发烧",
    "普通感冒": "感冒",
    "流行性感冒": "流感",
}
Way = Callable[[Any, dict[str, Any]], str]
WAYS: dict[str, tuple[Way, ...]] = {
    "date": (
        lambda day, _: f"{day.year}.{day.month}.{day.day}",
        lambda day, _: f"{day.year}年{day.month}月{day.day}日",
        lambda day, _: f"{day.year}/{day.month:02}/{day.day:02} ",
        lambda day, _: f"\t{day:%Y%m%d}",
        lambda day, _: f"{day.year}-{day.month}-{day.day}（星期{_weekday(day)}）",
        lambda day, _: _wide(f"{day.year}.{day.month}.{day.day}"),
    ),
    "moment": (
        lambda moment, _: f"{_dotted(moment)} {moment:%H:%M}",
        lambda moment, _: f"{moment:%Y/%m/%d} {moment.hour}点{moment.minute}分",
        lambda moment, _: _wide(f"{_dotted(moment)} {moment:%H:%M}"),
    ),
    "month": (
        lambda month, _: f"{month[:4]}年{int(month[5:])}月",
        lambda month, _: _wide(month.replace("-", ".")),
    ),
    "quantity": (
        lambda number, row: f"{number}{row['unit']}",
        lambda number, _: _wide(str(number)),
        lambda number, row: f" {number} {row['unit']}",
        lambda number, _: f"{number:,}",
    ),
    "money": (
        lambda money, _: f"￥{money:,.2f}元",
        lambda money, _: f"{money}元",
    ),
    "person": (
        lambda name, _: f"{name[0]} {name[1:]}",
        lambda name, _: f"{name}　",
    ),
    "choice": (
        lambda word, _: f"{word}。",
        lambda word, _: f" {word}",
        lambda word, _: str(SAID.get(word, word)),
    ),
    "class": (
        lambda name, _: _spoken(name, "{grade}({number})班"),
        lambda name, _: _spoken(name, "{grade}年级{number}班"),
        lambda name, _: "{}{:>02}".format(*name.split(".")),
    ),
    "whole": (lambda number, _: _wide(str(number)),),
    "temperature": (
        lambda degrees, _: f"{degrees}℃",
        lambda degrees, _: f"{degrees}度",
    ),
    "choices": (
        lambda words, _: "，".join(words),
        lambda words, _: "、".join(SAID.get(word, word) for word in words),
    ),
    "people": (
        lambda names, _: "，".join(names),
        lambda names, _: " ".join(names),
    ),
}
