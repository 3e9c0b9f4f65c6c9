"""The demo's monthly appraisal: every month that is over, by oneself, by a colleague, by the office."""

from random import Random

from houqin.master.demo.school import CAMPUSES, Staff, of_role
from houqin.master.term import Row

MONTHS = ("2020-02", "2020-03", "2020-04", "2020-05")  # June is appraised in the first days of July
SOURCES = ("自评", "他评", "考核小组")
ITEMS = {  # of each post: item, what it is worth, and why points are taken off
    "保管员": (
        ("账目登记", 30, "领用单漏登记一张"),
        ("库房整理", 30, "货架标签脱落未补"),
        ("按时发放", 20, "发放防疫物资迟到"),
        ("服务态度", 20, "答复领用人不耐烦"),
    ),
    "保安": (
        ("到岗值守", 40, "早高峰迟到 5 分钟"),
        ("来访登记", 30, "来访登记漏填离开时间"),
        ("巡逻检查", 20, "夜间巡逻少一次"),
        ("仪容仪表", 10, "没有穿戴防护背心"),
    ),
    "水电工": (
        ("维修及时", 40, "一般报修超过时限"),
        ("维修质量", 30, "水龙头修后又漏"),
        ("用电安全", 20, "工作票没有签字"),
        ("工具保管", 10, "工具没有归位"),
    ),
    "保洁员": (
        ("公共区域", 40, "楼梯间有纸屑"),
        ("卫生间", 30, "洗手液没有及时补"),
        ("消杀记录", 20, "消杀记录漏签名"),
        ("垃圾清运", 10, "垃圾清运不及时"),
    ),
}
BONUS = ("公共区域", "维修及时", "到岗值守", "账目登记")
PRAISED = 0.1  # how often points are added
STRICT = {"自评": 0.4, "他评": 0.9, "考核小组": 1.0}  # how much of it each source sees


def appraisal(people: tuple[Staff, ...], seed: int) -> dict[str, list[Row]]:
    """Return the sheet 月考核, with points of its own chance."""
    random = Random(f"{seed}-appraisal")  # noqa: S311 - a story, not a secret
    staff = [person for campus in CAMPUSES for person in _appraised(people, campus)]
    careless = {person.number: random.random() ** 2 for person in staff}
    return {
        "appraisals": [
            _row(
                (month, person, source, _appraiser(people, person, source)),
                item,
                STRICT[source] * careless[person.number],
                random,
            )
            for month in MONTHS
            for person in staff
            for source in SOURCES
            for item in ITEMS[person.role]
        ]
    }


def _appraised(people: tuple[Staff, ...], campus: str) -> list[Staff]:
    return [each for each in people if each.campus == campus and each.role in ITEMS]


def _appraiser(people: tuple[Staff, ...], person: Staff, source: str) -> str:
    """Return who gives the points: the person, a colleague of the store, the head of the office."""
    if source == "自评":
        return person.name
    role = "验收员" if source == "他评" else "总务主任"
    return of_role(people, person.campus, role)[0]


def _row(
    sheet: tuple[str, Staff, str, str], item: tuple[str, int, str], slips: float, random: Random
) -> Row:
    month, person, source, by = sheet
    name, full, fault = item
    deducted = random.randint(1, full // 4) if random.random() < slips else 0
    is_praised = (
        not deducted and source == "考核小组" and name in BONUS and random.random() < PRAISED
    )
    added = random.randint(1, 3) if is_praised else 0
    return {
        "month": month,
        "person": person.name,
        "post": person.role,
        "campus": person.campus,
        "item": name,
        "full": full,
        "deducted": deducted or None,
        "added": added or None,
        "reason": fault if deducted else "疫情值守表现突出" if added else None,
        "source": source,
        "score": full - deducted + added,
        "appraiser": by,
    }
