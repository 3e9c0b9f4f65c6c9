"""What breaks at the demo's school, where, and who is asked to mend it."""

from dataclasses import dataclass
from datetime import date

MENDED = {  # by the first thing fetched for it: 维修类型, what is broken
    "日光灯管": ("水电", "日光灯不亮"),
    "插座面板": ("水电", "插座面板松动"),
    "水龙头": ("水电", "水龙头漏水"),
    "三角阀": ("水电", "三角阀渗水"),
    "生料带": ("水电", "水管接头渗水"),
    "门锁": ("门窗", "门锁打不开"),
    "消防水带": ("消防", "消火栓箱水带老化"),
}
PRESSING = ("水龙头漏水", "三角阀渗水", "水管接头渗水")  # some of these cannot wait
SPOTS = {  # by the purpose for which things were fetched: who reports, and where
    "办公室报修": ("教导主任", ("教导处办公室", "德育处办公室", "总务处办公室", "校长室")),
    "卫生间报修": (
        "保洁员",
        tuple(f"教学楼{floor}层{side}卫生间" for floor in "一二三四五" for side in "东西"),
    ),
    "食堂报修": ("食堂管理员", ("食堂操作间", "备餐间", "食堂库房", "洗消间", "食堂餐厅")),
}
IN_HOLIDAYS = ("安全干事", ("阅览室", "科学实验室", "音乐教室", "美术教室", "创客教室", "报告厅"))
WAITED = ("配件缺货，到货后更换", "物流停运，配件未到", "维修人员支援另一校区")


@dataclass(frozen=True, slots=True)
class Job:
    """A repair by a firm from outside."""

    day: date
    campus: str
    role: str  # of the one who reports it
    place: str
    kind: str
    fault: str
    firm: str
    price: int
    urgent: bool = False
    others: tuple[tuple[str, int], ...] = ()  # who else made an offer
    reason: str = ""  # why not the lowest


JOBS = (
    Job(
        date(2020, 3, 4),
        "本部",
        "保安",
        "校门口",
        "其他",
        "电动伸缩门轨道变形",
        "恒通门业",
        1860,
    ),
    Job(
        date(2020, 3, 18),
        "东园",
        "网络管理员",
        "网络机房",
        "多媒体",
        "核心交换机故障",
        "启明信息",
        3200,
    ),
    Job(
        date(2020, 4, 8),
        "本部",
        "安全干事",
        "体育馆",
        "土建",
        "屋面防水层开裂，雨天漏水",
        "安居建筑修缮队",
        8600,
        others=(("筑家修缮队", 9200), ("永固建筑维修部", 9850)),
    ),
    Job(
        date(2020, 4, 16),
        "东园",
        "食堂管理员",
        "食堂操作间",
        "其他",
        "排烟风机电机烧坏",
        "佳厨设备维修部",
        2450,
    ),
    Job(
        date(2020, 4, 22),
        "本部",
        "网络管理员",
        "报告厅",
        "多媒体",
        "投影机色彩失真，音响有杂音",
        "启明信息",
        6800,
        others=(("视远电教", 6500), ("声光科技", 7300)),
        reason="启明信息两日内到场并保修两年，视远电教需等货三周",
    ),
    Job(
        date(2020, 5, 7),
        "本部",
        "保安",
        "教学楼东侧给水立管",
        "水电",
        "水管爆裂，一层走廊积水",
        "顺达水电安装队",
        1280,
        urgent=True,
    ),
    Job(
        date(2020, 5, 14),
        "东园",
        "教导主任",
        "多功能教室",
        "桌椅",
        "三十套课桌椅桌腿脱焊",
        "立新家具厂",
        2700,
    ),
    Job(
        date(2020, 5, 20),
        "东园",
        "保安",
        "配电室",
        "水电",
        "总开关跳闸，半栋楼停电",
        "顺达水电安装队",
        960,
        urgent=True,
    ),
    Job(
        date(2020, 5, 26),
        "本部",
        "德育主任",
        "操场看台",
        "土建",
        "看台栏杆锈断",
        "安居建筑修缮队",
        5400,
        others=(("筑家修缮队", 5900), ("永固建筑维修部", 6100)),
    ),
    Job(
        date(2020, 6, 4),
        "本部",
        "食堂管理员",
        "食堂冷库",
        "其他",
        "冷库压缩机停机",
        "佳厨设备维修部",
        1750,
        urgent=True,
    ),
    Job(
        date(2020, 6, 10),
        "东园",
        "校医",
        "医务室",
        "门窗",
        "窗户合页断裂，玻璃松动",
        "恒通门业",
        420,
    ),
    Job(
        date(2020, 6, 16),
        "本部",
        "网络管理员",
        "创客教室",
        "多媒体",
        "交互一体机触摸失灵",
        "启明信息",
        1380,
    ),
    Job(
        date(2020, 6, 30), "东园", "德育主任", "体育馆", "门窗", "天窗密封条脱落", "恒通门业", 1150
    ),
)

HAZARD_KINDS = {  # 隐患类别 that are mended as a repair: 维修类型, the firm, the usual price
    "校舍安全": ("土建", "安居建筑修缮队", 680),
    "校园消防": ("消防", "平安消防工程部", 260),
    "水电气热运行": ("水电", "顺达水电安装队", 180),
    "特种设备使用": ("其他", "佳明电梯服务部", 900),
}
OTHER_OFFERS = ("筑家修缮队", "宏图工程服务部")


def room_of(class_: str) -> str:
    """Return the room of a class, such as 三(2)班教室."""
    grade, number = class_.split(".")
    return f"{'一二三四五六'[int(grade) - 1]}({number})班教室"
