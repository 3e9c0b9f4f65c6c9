"""The demo's activities, talks and honours of the term."""

from datetime import date
from random import Random

from houqin.master.demo.school import Staff
from houqin.master.term import Row

# day, kind, title, campus, how many people are named, level, result
HONOURS = (
    (date(2020, 3, 12), "宣教", "居家学习安全提示线上推送", None, 2, "校级", "推送 12 期"),
    (date(2020, 4, 15), "宣教", "国家安全教育日主题宣传", None, 2, "校级", "两校区同步开展"),
    (date(2020, 4, 24), "宣教", "本部开学防疫流程宣讲", "本部", 3, "校级", "教职工全部参加"),
    (date(2020, 4, 24), "宣教", "东园开学防疫流程宣讲", "东园", 3, "校级", "教职工全部参加"),
    (date(2020, 5, 12), "宣教", "防灾减灾日主题教育", None, 2, "校级", "各班观看专题片"),
    (date(2020, 5, 15), "活动", "致白衣天使一封信书信活动", None, 4, "区级", "报送 36 篇"),
    (date(2020, 5, 22), "活动", "教职工防疫知识竞赛", "本部", 4, "校级", "两支队伍参加"),
    (date(2020, 5, 29), "荣誉", "致白衣天使一封信书信活动", None, 1, "区级", "优秀组织奖"),
    (date(2020, 5, 29), "荣誉", "一封信书信活动优秀指导教师", None, 2, "区级", "指导教师一等奖"),
    (date(2020, 6, 5), "宣教", "世界环境日垃圾分类宣传", "东园", 2, "校级", "制作展板 8 块"),
    (date(2020, 6, 12), "活动", "安全生产月知识竞赛", None, 3, "市级", "教职工线上答题"),
    (date(2020, 6, 19), "荣誉", "安全生产月知识竞赛", None, 1, "市级", "优秀组织单位"),
    (date(2020, 6, 24), "荣誉", "全区中小学后勤防疫先进集体", None, 0, "区级", "先进集体"),
)


def honours(people: tuple[Staff, ...], seed: int) -> dict[str, list[Row]]:
    """Return the sheet 活动荣誉."""
    random = Random(f"{seed}-honours")  # noqa: S311 - a story, not a secret
    rows: list[Row] = []
    for day, kind, title, campus, count, level, result in HONOURS:
        there = [each.name for each in people if campus in (None, each.campus)]
        rows.append(
            {
                "date": day,
                "kind": kind,
                "title": title,
                "campus": campus,
                "people": tuple(random.sample(there, count)) or None,
                "level": level,
                "result": result,
            }
        )
    return {"honours": rows}
