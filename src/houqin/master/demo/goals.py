"""The demo's goals of the term, and what still falls short."""

from datetime import date

from houqin.master.demo.school import Staff, of_role
from houqin.master.term import Row

GOALS = (  # goal, measure, target, comparator, unit
    ("每个上课日都有防火巡查", "日巡视覆盖率", "100%", None, "%"),
    ("两校区每月对八个领域各检查一次", "月检查覆盖率", "100%", None, "%"),
    ("到期隐患全部整改", "整改率（不含未到期）", "100%", None, "%"),
    ("隐患发现后一周内整改", "平均整改用时", "7", "<=", "天"),
    ("防疫物资按开学清单备足", "储备达标率", "100%", None, "%"),
    ("账实相符", "账实相符率", "95%", None, "%"),
    ("后勤人员月考核人人参加", "月考核完成率", "100%", None, "%"),
    ("不发生校园安全责任事故", None, None, None, None),
)
SHORTCOMINGS = (  # area, what, step, role of whom, campus, due, done
    (
        "物资管理",
        "个别物品盘点账实不符",
        "每周抽盘，领用当天登记",
        "保管员",
        "本部",
        date(2020, 7, 10),
        None,
    ),
    (
        "消防安全",
        "食堂南侧消防通道仍有电动车停放",
        "增设车棚和隔离桩",
        "总务主任",
        "本部",
        date(2020, 8, 20),
        None,
    ),
    (
        "校舍维护",
        "外墙瓷砖空鼓需大修",
        "列入暑期维修计划",
        "总务主任",
        "本部",
        date(2020, 8, 25),
        None,
    ),
    (
        "卫生保洁",
        "消杀记录签名不全",
        "培训保洁员，每周检查记录",
        "总务主任",
        "东园",
        date(2020, 6, 12),
        date(2020, 6, 10),
    ),
    (
        "人员培训",
        "夜间值班人员演练少",
        "下学期增加一次夜间演练",
        "安全干事",
        "东园",
        date(2020, 9, 30),
        None,
    ),
)


def goals_and_shortcomings(people: tuple[Staff, ...]) -> dict[str, list[Row]]:
    """Return the sheets 工作目标 and 存在问题."""
    fields = ("goal", "measure", "target", "comparator", "unit")
    return {
        "goals": [
            {"number": str(number), **dict(zip(fields, goal, strict=True))}
            for number, goal in enumerate(GOALS, 1)
        ],
        "shortcomings": [
            {
                "number": str(number),
                "area": area,
                "text": text,
                "step": step,
                "responsible": of_role(people, campus, role)[0],
                "due": due,
                "done": done,
            }
            for number, (area, text, step, role, campus, due, done) in enumerate(SHORTCOMINGS, 1)
        ],
    }
