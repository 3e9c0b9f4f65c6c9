"""What the demo's store keeps, who sells and gives it, and who uses it for what."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Good:
    """One item of the catalogue, and how it is used."""

    item: str
    name: str
    category: str
    spec: str
    unit: str
    price: str
    low: int  # what each campus must keep
    taken: int  # the most that is taken at a time
    years: int = 0  # shelf life; 0: it does not spoil
    box: int = 1  # how many go in or out together


@dataclass(frozen=True, slots=True)
class Use:
    """What people of a role fetch goods for."""

    role: str
    purposes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gift:
    """What somebody gave a campus: quantities by item."""

    day: date
    campus: str
    giver: str
    given: dict[str, int]


GOODS = (
    Good(
        "FY-001",
        "一次性医用口罩",
        "防疫物资",
        "17.5×9.5cm 50只/盒",
        "只",
        "0.85",
        12000,
        900,
        2,
        50,
    ),
    Good("FY-002", "免洗手消毒液", "防疫物资", "500ml", "瓶", "18.5", 60, 8, 2),
    Good("FY-003", "84消毒液", "防疫物资", "5L", "桶", "32", 30, 4, 1),
    Good("FY-004", "医用酒精", "防疫物资", "75% 500ml", "瓶", "9.8", 80, 8, 2),
    Good("FY-005", "额温枪", "防疫物资", "非接触式", "把", "268", 30, 2),
    Good("FY-006", "一次性手套", "防疫物资", "PE 100只/包", "包", "6.5", 60, 8, 3),
    Good("FY-007", "防护服", "防疫物资", "连体 L", "套", "86", 10, 1, 3),
    Good("FY-008", "护目镜", "防疫物资", "防雾", "副", "22", 10, 2),
    Good("FY-009", "消毒湿巾", "防疫物资", "80片/包", "包", "12.9", 60, 10, 1),
    Good("FY-010", "喷雾器", "防疫物资", "背负式 16L", "台", "135", 4, 1),
    Good("QJ-001", "洗手液", "清洁用品", "500g", "瓶", "8.9", 80, 10, 3),
    Good("QJ-002", "垃圾袋", "清洁用品", "90×100cm 50只/卷", "卷", "14.5", 60, 8),
    Good("QJ-003", "拖把", "清洁用品", "棉线", "把", "16", 20, 4),
    Good("QJ-004", "扫帚", "清洁用品", "塑料丝", "把", "11", 20, 4),
    Good("QJ-005", "卫生纸", "清洁用品", "10卷/提", "提", "23", 40, 8),
    Good("QJ-006", "洁厕液", "清洁用品", "600ml", "瓶", "6.8", 40, 6, 2),
    Good("QJ-007", "抹布", "清洁用品", "30×30cm", "块", "2.5", 60, 12),
    Good("BG-001", "复印纸", "办公用品", "A4 70g 500张/包", "包", "21.5", 80, 10),
    Good("BG-002", "签字笔", "办公用品", "0.5mm 黑", "支", "1.5", 120, 20),
    Good("BG-003", "文件夹", "办公用品", "A4 双夹", "个", "7.2", 40, 8),
    Good("BG-004", "订书钉", "办公用品", "24/6", "盒", "1.8", 30, 5),
    Good("BG-005", "档案盒", "办公用品", "55mm", "个", "9.5", 40, 8),
    Good("BG-006", "硒鼓", "办公用品", "CF228", "个", "185", 6, 1),
    Good("BG-007", "笔记本", "办公用品", "A5 80页", "本", "4.5", 60, 12),
    Good("WX-001", "日光灯管", "维修耗材", "T8 LED 18W", "根", "16.8", 40, 6),
    Good("WX-002", "插座面板", "维修耗材", "五孔 86型", "个", "12.5", 20, 4),
    Good("WX-003", "水龙头", "维修耗材", "4分 快开", "个", "28", 15, 3),
    Good("WX-004", "三角阀", "维修耗材", "4分", "个", "15", 15, 3),
    Good("WX-005", "生料带", "维修耗材", "20m", "卷", "2", 30, 5),
    Good("WX-006", "门锁", "维修耗材", "球形", "把", "45", 8, 2),
    Good("WX-007", "消防水带", "维修耗材", "65mm 20m", "条", "98", 6, 1),
    Good("JX-001", "粉笔", "教学用品", "无尘 40支/盒", "盒", "5.5", 80, 12),
    Good("JX-002", "白板笔", "教学用品", "黑", "支", "2.8", 80, 12),
    Good("JX-003", "板擦", "教学用品", "磁性", "个", "6", 30, 5),
    Good("JX-004", "投影灯泡", "教学用品", "230W", "个", "360", 3, 1),
    Good("JX-005", "跳绳", "教学用品", "3m", "根", "7.5", 40, 8),
)
BY_ITEM = {good.item: good for good in GOODS}
MADE = date(2019, 9, 12)  # when the opening stock was made …
EARLY_LOTS = {"FY-003": date(2019, 5, 25), "FY-009": date(2019, 6, 15)}  # … but for these
TRANSFERRED = ("FY-001", "FY-002", "FY-004", "FY-006", "FY-009")  # between the campuses
SCARCE = {  # not to be had before this day; there is what was there and what is given
    "FY-001": date(2020, 4, 13),
    "FY-005": date(2020, 3, 23),
    "FY-007": date(2020, 3, 23),
}
GIFTS = (
    Gift(date(2020, 3, 5), "本部", "青溪教育基金会", {"FY-001": 3000}),
    Gift(date(2020, 3, 6), "东园", "青溪教育基金会", {"FY-001": 2000}),
    Gift(date(2020, 3, 12), "本部", "青溪商会", {"FY-001": 2000, "FY-002": 40, "FY-004": 48}),
    Gift(date(2020, 3, 19), "东园", "家长委员会", {"FY-001": 1500, "FY-005": 6}),
    Gift(date(2020, 3, 26), "本部", "校友会", {"FY-001": 2500, "FY-006": 30, "FY-008": 12}),
)
SUPPLIERS = {
    "防疫物资": "康宁医疗用品商行",
    "清洁用品": "洁美日化经营部",
    "办公用品": "文轩办公用品店",
    "维修耗材": "宏达五金店",
    "教学用品": "育才教学器材店",
}
USES = {
    "防疫物资": (
        Use("校医", ("晨午检", "隔离室备用")),
        Use("德育主任", ("班级晨检", "教室消毒")),
        Use("食堂管理员", ("食堂消毒",)),
        Use("保安", ("校门口测温",)),
        Use("保洁员", ("公共区域消毒",)),
    ),
    "清洁用品": (
        Use("保洁员", ("楼道保洁", "卫生间保洁", "操场保洁")),
        Use("食堂管理员", ("食堂保洁",)),
        Use("班主任", ("教室保洁",)),
    ),
    "办公用品": (
        Use("教导主任", ("打印试卷", "教务办公")),
        Use("德育主任", ("德育办公",)),
        Use("安全干事", ("安全档案整理",)),
        Use("班主任", ("班级办公",)),
    ),
    "维修耗材": (Use("水电工", ("教室报修", "办公室报修", "卫生间报修", "食堂报修")),),
    "教学用品": (
        Use("班主任", ("课堂教学",)),
        Use("教导主任", ("教研活动",)),
    ),
}
WHILE_CLOSED = ("防疫物资", "清洁用品", "维修耗材")  # what is used while lessons are held at home
AT_HOME = ("班主任",)  # who does not come to school meanwhile
RESERVES = (  # item, 计算基数, 定额, 天数
    ("FY-001", "每人", 1, 5),
    ("FY-002", "每班", 1, None),
    ("FY-003", "每校", 20, None),
    ("FY-005", "每班", 1, None),
    ("FY-007", "固定", 8, None),
)
