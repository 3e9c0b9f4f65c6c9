"""The demo's welfare: two festivals for every department, visits, weddings, and fruit before the exams."""

from datetime import date
from random import Random

from houqin.master.demo.school import Staff
from houqin.master.term import Row

FESTIVALS = (  # for everybody of the departments: name, day, goods, what they cost
    ("劳动节福利", date(2020, 4, 29), "洗衣液、毛巾", 100),
    ("端午节福利", date(2020, 6, 23), "粽子、咸鸭蛋", 150),
)
VISITS = (  # kind, name, day, goods, yuan
    ("慰问", "住院慰问（三月）", date(2020, 3, 18), "水果、营养品", 500),
    ("慰问", "家属住院慰问（四月）", date(2020, 4, 9), "水果", 300),
    ("慰问", "援鄂医务人员家属慰问", date(2020, 4, 2), "米、油、防护用品", 800),
    ("慰问", "住院慰问（五月）", date(2020, 5, 21), "水果、营养品", 500),
    ("慰问", "困难职工慰问", date(2020, 6, 11), None, 1000),
    ("婚丧", "新婚祝贺（五月）", date(2020, 5, 8), "床上用品", 400),
    ("婚丧", "丧事慰问（六月）", date(2020, 6, 4), None, 500),
)
EXAMS = ("毕业班助考慰问", date(2020, 6, 22), "西瓜、绿豆汤", 80)
GRADUATING = 6  # teachers of the last classes


def welfare(people: tuple[Staff, ...], seed: int) -> dict[str, list[Row]]:
    """Return the sheet 福利发放, in the order of the days."""
    random = Random(f"{seed}-welfare")  # noqa: S311 - a story, not a secret
    rows = [
        _row(("节日", name, "部门", day), person, goods, cost)
        for name, day, goods, cost in FESTIVALS
        for person in people
    ]
    visited = random.sample(people, len(VISITS))
    rows += [
        _row((kind, name, "个人", day), person, goods, cost)
        for (kind, name, day, goods, cost), person in zip(VISITS, visited, strict=True)
    ]
    teachers = [person for person in people if person.role == "班主任"]
    name, day, goods, cost = EXAMS
    rows += [
        _row(("助考", name, "个人", day), each, goods, cost) for each in teachers[-GRADUATING:]
    ]
    return {"welfare": sorted(rows, key=lambda row: str(row["date"]))}


def _row(event: tuple[str, str, str, date], person: Staff, goods: str | None, cost: int) -> Row:
    kind, name, for_, day = event
    return {
        "event": name,
        "kind": kind,
        "for_": for_,
        "date": day,
        "person": person.name,
        "item": goods,
        "amount": cost,
        "signed": person.name,
    }
