"""The five ledgers of the stock: what there is, what came, what went, what was counted."""

from typing import Annotated

from pydantic import Field

from houqin.cells.kinds import (
    Choice,
    Clock,
    Day,
    Days,
    Difference,
    Id,
    Money,
    People,
    Person,
    Quantity,
    Text,
)
from houqin.problems import Both
from houqin.rows import Ledger, SheetRow, heading

DOCUMENT_TIP = (
    "同一张单据的每一行填同一个编号",
    "the same number on every line of one document",
)
ITEM_ALIASES = ("编号", "物品编码", "商品编号", "商品编码", "货号", "物资编号", "物资编码")
NAME_ALIASES = ("品名", "名称", "商品名称", "物资名称", "物品", "入库物品", "领用物品")
CAMPUS_ALIASES = ("仓库", "库房", "存放地点", "存放位置", "盘点地点")

Campus = Annotated[
    str,
    Choice("校区"),
    heading(
        "校区",
        *CAMPUS_ALIASES,
        fill_down=True,
        fact=True,
        tip=("从下拉列表选择校区", "choose the campus from the list"),
    ),
]
ItemNumber = Annotated[
    Id | None,
    heading(
        "物品编号",
        *ITEM_ALIASES,
        tip=("填 物品目录 中的编号，没有可留空", "its number on 物品目录, blank if it has none"),
    ),
]
ItemName = Annotated[
    Text,
    heading("物品名称", *NAME_ALIASES, tip=("与 物品目录 中的名称一致", "its name on 物品目录")),
]
Spec = Annotated[
    Text | None,
    heading(
        "规格型号",
        "规格",
        "型号",
        "品种",
        tip=("规格或型号，如 500ml", "size or model, such as 500ml"),
    ),
]
UnitName = Annotated[
    Text,
    heading("单位", "计量单位", tip=("与 物品目录 中的单位一致，如 瓶", "its unit on 物品目录")),
]
Batch = Annotated[
    Id | None,
    heading(
        "批号",
        "批次",
        "生产批号",
        "批次号",
        tip=("包装上的批号，没有可留空", "the batch on the package, if any"),
    ),
]
Note = Annotated[
    Text | None,
    heading(
        "备注",
        "说明",
        tip=("盘盈、盘亏写盘点单号", "for 盘盈 and 盘亏 the number of the count"),
    ),
]


class Item(SheetRow):
    """One thing that the school keeps in stock."""

    ledger = Ledger(
        "items",
        "物品目录",
        "Items",
        row_keys=(("item",),),
        aliases=("物品清单", "物资目录", "物资清单", "商品目录", "库存物品", "物品档案"),
        about=Both(
            "学校库存物品的编号、名称、单位和库存上下限；其他库存表以它为准",
            "number, name, unit and limits of each item; the other stock sheets follow it",
        ),
    )

    item: Annotated[
        Id,
        heading(
            "物品编号",
            *ITEM_ALIASES,
            tip=("每种物品一个编号，如 KZ-001", "one number for each item, such as KZ-001"),
        ),
    ]
    name: Annotated[
        Text,
        heading(
            "物品名称",
            *NAME_ALIASES,
            tip=(
                "全校统一的名称，同一物品只写一种叫法",
                "one name for the whole school, always the same",
            ),
        ),
    ]
    category: Annotated[
        str | None,
        Choice("物品类别"),
        heading(
            "类别",
            "物品类别",
            "物品类型",
            "物资类别",
            "分类",
            tip=("从下拉列表选择类别", "choose the category from the list"),
        ),
    ]
    spec: Spec
    unit: Annotated[
        Text,
        heading(
            "单位",
            "计量单位",
            tip=("库存只用这一个单位", "the only unit in which the item is kept"),
        ),
    ]
    low: Annotated[
        Quantity | None,
        heading(
            "最低库存",
            "库存下限",
            "物品库存下限",
            "安全库存",
            "最低储备",
            unit="unit",
            tip=("低于这个数量就提醒补货", "below this quantity the item is to be bought"),
        ),
        Field(ge=0),
    ]
    high: Annotated[
        Quantity | None,
        heading(
            "最高库存",
            "库存上限",
            "物品库存上限",
            "最高储备",
            unit="unit",
            tip=("库存不应超过的数量", "the stock should not pass this quantity"),
        ),
        Field(ge=0),
    ]
    price: Annotated[
        Money | None,
        heading(
            "参考单价",
            "单价",
            "价格",
            "物品价格",
            "参考价",
            tip=(
                "没有入库单价时按它计算金额，单位元",
                "in yuan; used where no receipt states a price",
            ),
        ),
        Field(ge=0),
    ]


class Receipt(SheetRow):
    """One line of a document of what came into the stock."""

    ledger = Ledger(
        "receipts",
        "入库",
        "Receipts",
        row_keys=(("number", "item", "batch"),),
        aliases=(
            "入库登记",
            "入库明细",
            "入库台账",
            "入库单",
            "验收入库",
            "物品入库",
            "入库登记表",
        ),
        about=Both(
            "每一批入库的物品：期初、采购、捐赠、调入、退库、盘盈",
            "what came in: opening stock, bought, given, moved in, returned, surplus found",
        ),
    )

    number: Annotated[
        Id,
        heading(
            "单据编号",
            "入库单号",
            "入库编号",
            "入库单编号",
            "单号",
            "单据号",
            fill_down=True,
            fact=True,
            tip=DOCUMENT_TIP,
        ),
    ]
    date: Annotated[
        Day,
        heading(
            "日期",
            "入库日期",
            "入库时间",
            "验收日期",
            weak=("录入时间", "登记日期"),
            fill_down=True,
            fact=True,
            tip=("物品入库的日期，如 2020-05-12", "the day it came in, such as 2020-05-12"),
        ),
    ]
    campus: Campus
    kind: Annotated[
        str | None,
        Choice("入库类型"),
        heading(
            "入库类型",
            "类型",
            "入库类别",
            "入库方式",
            tip=("留空即为采购", "blank means bought"),
        ),
    ]
    item: ItemNumber
    name: ItemName
    spec: Spec
    unit: UnitName
    quantity: Annotated[
        Quantity,
        heading(
            "数量",
            "入库数量",
            "物品数量",
            "验收数量",
            "实收数量",
            total=True,
            unit="unit",
            tip=("只填数字，大于 0", "a number above 0"),
        ),
        Field(gt=0),
    ]
    unit_price: Annotated[
        Money | None,
        heading(
            "单价",
            "物品价格",
            "价格",
            "入库单价",
            "单价(元)",
            tip=("一个单位的价格，单位元", "price of one unit in yuan"),
        ),
        Field(ge=0),
    ]
    amount: Annotated[
        Money | None,
        heading(
            "金额",
            "合计",
            "总价",
            "合计金额",
            "入库金额",
            "金额(元)",
            total=True,
            tip=("数量 × 单价，单位元", "quantity × price in yuan"),
        ),
        Field(ge=0),
    ]
    supplier: Annotated[
        Text | None,
        heading(
            "供货单位",
            "供应商",
            "供货商",
            "供货商名称",
            "供应商名称",
            "来源单位",
            fact=True,
            tip=("卖方或捐赠方的名称", "who sold or gave it"),
        ),
    ]
    invoice: Annotated[
        Id | None,
        heading(
            "发票号",
            "发票",
            "发票号码",
            "发票编号",
            tip=("发票上的号码", "the number on the invoice"),
        ),
    ]
    batch: Batch
    expires: Annotated[
        Day | None,
        heading(
            "有效期至",
            "有效期",
            "保质期至",
            "失效日期",
            "到期日期",
            tip=("包装上的有效期截止日", "the last day on which it may be used"),
        ),
    ]
    buyer: Annotated[
        Person | None,
        heading(
            "采购人",
            "采购员",
            "采购人员",
            "经手人",
            "经办人",
            fact=True,
            tip=("谁买的；不能同时验收", "who bought it; somebody else accepts it"),
        ),
    ]
    acceptor: Annotated[
        Person,
        heading(
            "验收人",
            "财产管理员",
            "验收员",
            "验收人员",
            fact=True,
            tip=("谁验收的；不能是采购人", "who accepted it; not the one who bought it"),
        ),
    ]
    keeper: Annotated[
        Person,
        heading(
            "保管员",
            "仓库保管员",
            "保管人",
            "仓管员",
            "库管员",
            fact=True,
            tip=("谁收入库房", "who took it into the store"),
        ),
    ]
    request: Annotated[
        Id | None,
        heading(
            "申请单号",
            "采购申请单号",
            "采购单号",
            "申购单号",
            tip=("采购审批的申请单号", "the number of the purchase request"),
        ),
    ]
    note: Note


class StockIssue(SheetRow):
    """One line of a document of what was taken out of the stock."""

    ledger = Ledger(
        "stock_issues",
        "领用",
        "Stock issues",
        row_keys=(("number", "item", "batch"),),
        aliases=(
            "领用登记",
            "领用明细",
            "领用台账",
            "领用单",
            "出库",
            "出库登记",
            "出库明细",
            "出库单",
            "物品领用",
            "领用登记表",
        ),
        about=Both(
            "每一笔出库的物品：领用、调出、退货、报废、盘亏",
            "what went out: taken, moved out, sent back, scrapped, found missing",
        ),
    )

    number: Annotated[
        Id,
        heading(
            "单据编号",
            "领用单号",
            "领用编号",
            "领用单 id",
            "领用单编号",
            "出库单号",
            "出库编号",
            "单号",
            "单据号",
            fill_down=True,
            fact=True,
            tip=DOCUMENT_TIP,
        ),
    ]
    date: Annotated[
        Day,
        heading(
            "日期",
            "领用日期",
            "领用时间",
            "出库日期",
            "出库时间",
            weak=("录入时间", "登记日期"),
            fill_down=True,
            fact=True,
            tip=("物品领走的日期，如 2020-05-12", "the day it was taken, such as 2020-05-12"),
        ),
    ]
    campus: Campus
    kind: Annotated[
        str | None,
        Choice("出库类型"),
        heading(
            "出库类型",
            "类型",
            "出库类别",
            "出库方式",
            tip=("留空即为领用", "blank means taken for use"),
        ),
    ]
    item: ItemNumber
    name: ItemName
    spec: Spec
    unit: UnitName
    quantity: Annotated[
        Quantity,
        heading(
            "数量",
            "领用数量",
            "领取数量",
            "物品数量",
            "出库数量",
            total=True,
            unit="unit",
            tip=("只填数字，大于 0", "a number above 0"),
        ),
        Field(gt=0),
    ]
    batch: Batch
    person: Annotated[
        Person,
        heading(
            "领用人",
            "领取人",
            "签收人",
            "领用人签字",
            "领用人签名",
            fact=True,
            tip=("谁领走的", "who took it"),
        ),
    ]
    department: Annotated[
        Text,
        heading(
            "领用部门",
            "部门",
            "领用单位",
            "使用部门",
            "领取部门",
            fact=True,
            tip=("哪个部门或班级使用", "the department or class that uses it"),
        ),
    ]
    purpose: Annotated[
        Text,
        heading(
            "用途",
            "领用用途",
            "购置用途",
            "领用原因",
            fact=True,
            tip=("用在什么地方，如 教室消毒", "what it is for, such as cleaning classrooms"),
        ),
    ]
    keeper: Annotated[
        Person | None,
        heading(
            "保管员",
            "仓库保管员",
            "保管人",
            "仓管员",
            "库管员",
            "发放人",
            fact=True,
            tip=("谁发出的", "who handed it out"),
        ),
    ]
    note: Note


class Count(SheetRow):
    """One line of a list of what was counted in the store."""

    ledger = Ledger(
        "counts",
        "盘点",
        "Counts",
        row_keys=(("number", "item", "batch"), ("item", "batch"), ("name", "batch")),
        aliases=("盘库", "盘点登记", "盘点明细", "盘点单", "库存盘点", "盘库登记", "物资盘点"),
        about=Both(
            "清点库存的结果：账面、实盘、差异和原因；盘点本身不改变库存",
            "what was counted against the book, and why it differs; a count changes nothing itself",
        ),
    )

    number: Annotated[
        Id | None,
        heading(
            "盘点单号",
            "盘点编号",
            "盘库单号",
            "单据编号",
            "单号",
            fill_down=True,
            fact=True,
            tip=("一次盘点一个编号，如 PD-001", "one number for each count, such as PD-001"),
        ),
    ]
    date: Annotated[
        Day,
        heading(
            "盘点日期",
            "日期",
            "盘库日期",
            "清点日期",
            fill_down=True,
            fact=True,
            tip=("清点实物的日期，如 2020-06-30", "the day of counting, such as 2020-06-30"),
        ),
    ]
    time: Annotated[
        Clock | None,
        heading(
            "盘点时间",
            "时间",
            "清点时间",
            fact=True,
            tip=(
                "几点清点的；留空按当天结束计",
                "the time of counting; blank means the end of the day",
            ),
        ),
    ]
    campus: Campus
    item: ItemNumber
    name: ItemName
    unit: UnitName
    batch: Batch
    book: Annotated[
        Quantity | None,
        heading(
            "账面数量",
            "账面数",
            "系统数量",
            "账存数",
            "账存数量",
            "帐面数量",
            "帐存数",
            "账面结存",
            "期初数量",
            unit="unit",
            tip=("盘点时账上的数量，可留空", "the quantity on the books, may be blank"),
        ),
    ]
    counted: Annotated[
        Quantity | None,
        heading(
            "实盘数量",
            "实盘数",
            "实际数量",
            "实存数",
            "实存数量",
            "盘点数量",
            "期末核对数量",
            unit="unit",
            tip=(
                "数到的数量；没有盘填空，盘得为零填 0",
                "what was counted; blank means not counted, 0 means none left",
            ),
        ),
        Field(ge=0),
    ]
    recounted: Annotated[
        Quantity | None,
        heading(
            "复盘数量",
            "复盘数",
            "复核数量",
            "复盘",
            unit="unit",
            tip=("差异较大时再数一次的数量", "the second count where the difference is large"),
        ),
        Field(ge=0),
    ]
    variance: Annotated[
        Difference | None,
        heading(
            "差异数量",
            "差异数",
            "差异",
            "差异情况",
            "盘盈盘亏",
            "盈亏数量",
            unit="unit",
            tip=("实盘减账面，少了写负数", "counted less book, negative where some is missing"),
        ),
    ]
    reason: Annotated[
        str | None,
        Choice("差异原因"),
        heading(
            "差异原因",
            "原因",
            "盈亏原因",
            "原因分析",
            tip=("有差异时从下拉列表选择原因", "choose the reason where there is a difference"),
        ),
    ]
    counters: Annotated[
        People,
        heading(
            "盘点人",
            "盘点人员",
            "盘库人",
            "清点人",
            fact=True,
            tip=("谁清点的，可填多人，用顿号分开", "who counted; several names with 、 between"),
        ),
    ]
    supervisor: Annotated[
        Person | None,
        heading(
            "监盘人",
            "审核人",
            "监督人",
            "监盘",
            fact=True,
            tip=("谁在场监督清点", "who watched the counting"),
        ),
    ]


class Reserve(SheetRow):
    """One item that the school must hold, and how much of it."""

    ledger = Ledger(
        "reserve_standards",
        "储备标准",
        "Reserve standards",
        row_keys=(("item", "campus"), ("name", "campus")),
        aliases=("防疫物资储备标准", "物资储备标准", "防疫物资标准", "配置标准", "储备清单"),
        about=Both(
            "每种储备物资按人、按班、按校或固定数量应备多少",
            "how much to hold of each supply: per person, class or school, or a fixed number",
        ),
    )

    item: ItemNumber
    name: ItemName
    unit: UnitName
    basis: Annotated[
        str,
        Choice("计算基数"),
        heading(
            "计算基数",
            "基数",
            "使用对象",
            "使用对象/场所",
            "配置对象",
            tip=("每人、每班、每校或固定", "for each person, class or school, or fixed"),
        ),
    ]
    quota: Annotated[
        Quantity,
        heading(
            "定额",
            "配置数量",
            "标准数量",
            "配备数量",
            unit="unit",
            tip=("一个基数应备的数量，只填数字", "the quantity for one of them, a number"),
        ),
        Field(gt=0),
    ]
    days: Annotated[
        Days | None,
        heading(
            "天数",
            "储备天数",
            "备用天数",
            tip=("定额是每天用量时填备多少天", "for how many days, where the quota is for one day"),
        ),
        Field(gt=0),
    ]
    campus: Annotated[
        str | None,
        Choice("校区"),
        heading("校区", *CAMPUS_ALIASES, tip=("留空即各校区都适用", "blank means every campus")),
    ]
    source: Annotated[
        Text,
        heading(
            "来源",
            "依据",
            "文件依据",
            "标准来源",
            tip=("标准出自哪份文件", "the document that sets the standard"),
        ),
    ]


MODELS: tuple[type[SheetRow], ...] = (Item, Receipt, StockIssue, Count, Reserve)
