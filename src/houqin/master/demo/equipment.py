"""The demo's fire equipment and its maintenance contract."""

from datetime import date, timedelta
from random import Random

from houqin.master.demo.school import CAMPUSES, Staff, of_role
from houqin.master.term import Row

DAY = timedelta(days=1)

EQUIPMENT = (  # 类别, name, model, how many at each campus, years of use
    ("灭火器", "干粉灭火器", "MFZ/ABC4", 12, 10),
    ("消火栓", "室内消火栓", "SN65", 6, 15),
    ("应急灯", "消防应急灯", "ZFZD-E3W", 8, 5),
    ("疏散指示", "疏散指示牌", "BLZD-1L", 8, 5),
)
SERVICED = {"本部": date(2020, 4, 14), "东园": date(2020, 4, 16)}  # by the firm, in one day each
FLOORS, SIDES = 5, ("东侧", "西侧", "中间")


def equipment_rows(people: tuple[Staff, ...], random: Random) -> list[Row]:
    """Return the sheet 消防设备: equipment of both campuses and the maintenance contract."""
    rows: list[Row] = []
    for campus in CAMPUSES:
        keeper = of_role(people, campus, "安全干事")[0]
        for kind, name, model, count, years in EQUIPMENT:
            for index in range(count):
                made = date(random.randint(2017, 2019), random.randint(1, 12), 1)
                rows.append(
                    {
                        "number": f"XF-{len(rows) + 1:03}",
                        "kind": kind,
                        "name": name,
                        "model": model,
                        "campus": campus,
                        "place": f"教学楼{index % FLOORS + 1}层{SIDES[index // FLOORS]}",
                        "made": made,
                        "expires": made.replace(year=made.year + years),
                        "serviced": SERVICED[campus],
                        "service_days": 180,
                        "status": "正常",
                        "keeper": keeper,
                    }
                )
        rows.append(
            {
                "number": f"XF-{len(rows) + 1:03}",
                "kind": "维保合同",
                "name": "消防设施维护保养合同",
                "campus": campus,
                "place": "全校",
                "made": date(2019, 9, 1),
                "expires": date(2020, 8, 31),
                "status": "正常",
                "keeper": of_role(people, campus, "总务主任")[0],
            }
        )
    return rows
