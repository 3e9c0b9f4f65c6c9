"""What the written summary says of the stock and the supplies."""

from houqin.problems import Both
from houqin.sentences import Part, Sentence

DONE = (
    Sentence(
        Part.DONE,
        Both(
            "采购、接收捐赠物资入库 {stock.received_amount} 元{stock.received_amount@campuses}，"
            "领用 {stock.issued_amount} 元{stock.issued_amount@campuses}。",
            "Goods of {stock.received_amount} yuan were bought or given{stock.received_amount@campuses}, "
            "and goods of {stock.issued_amount} yuan issued{stock.issued_amount@campuses}.",
        ),
    ),
    Sentence(
        Part.DONE,
        Both(
            "组织库存盘点，盘点物品 {stock.counted} 项{stock.counted@campuses}。",
            "{stock.counted} items were counted{stock.counted@campuses}.",
        ),
        when="stock.counted",
    ),
)
RESULTS = (
    Sentence(
        Part.RESULT,
        Both(
            "期末库存金额 {stock.amount} 元{stock.amount@campuses}。",
            "The stock is worth {stock.amount} yuan{stock.amount@campuses}.",
        ),
    ),
    Sentence(
        Part.RESULT,
        Both(
            "盘点账实相符率 {stock.agreement_rate}{stock.agreement_rate@campuses}。",
            "Of the items counted {stock.agreement_rate} agree with the book{stock.agreement_rate@campuses}.",
        ),
        when="stock.counted",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "储备物资达标率 {supplies.met_rate}{supplies.met_rate@campuses}。",
            "Of the reserves {supplies.met_rate} are met{supplies.met_rate@campuses}.",
        ),
        when="supplies.met_rate",
    ),
)
SHORTCOMINGS = (
    Sentence(
        Part.SHORTCOMING,
        Both(
            "盘点有 {stock.differing} 项账实不符{stock.differing@campuses}，差异金额合计 {stock.difference_amount} 元"
            "（盘亏为负）。",
            "{stock.differing} items did not agree with the book{stock.differing@campuses}; "
            "the differences come to {stock.difference_amount} yuan, losses being negative.",
        ),
        when="stock.differing",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "有库存的物品中 {stock.not_counted} 项本学期没有盘点{stock.not_counted@campuses}。",
            "{stock.not_counted} items in stock were not counted{stock.not_counted@campuses}.",
        ),
        when="stock.not_counted",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "有 {stock.without_price} 项库存物品没有单价，没有计入库存金额。",
            "{stock.without_price} items in stock have no price and are left out of its worth.",
        ),
        when="stock.without_price",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "储备物资有 {supplies.short} 项低于储备标准{supplies.short@campuses}。",
            "{supplies.short} reserves are short{supplies.short@campuses}.",
        ),
        when="supplies.short",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "有 {supplies.expired} 批物资过期仍有结余{supplies.expired@campuses}。",
            "{supplies.expired} batches have expired with something left{supplies.expired@campuses}.",
        ),
        when="supplies.expired",
    ),
)
NEXT = (
    Sentence(
        Part.NEXT,
        Both(
            "查明 {stock.differing} 项盘点差异的原因，按程序审批后调整账面。",
            "Find out why {stock.differing} items differ, and adjust the book once that is approved.",
        ),
        when="stock.differing",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "对没有盘点的 {stock.not_counted} 项物品补做盘点。",
            "Count the {stock.not_counted} items that were not counted.",
        ),
        when="stock.not_counted",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "按储备标准补足缺口物资 {supplies.short} 项。",
            "Buy the {supplies.short} reserves that are short.",
        ),
        when="supplies.short",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "清理过期物资，临期的 {supplies.expiring} 批优先领用。",
            "Clear out what has expired, and use the {supplies.expiring} batches first that soon will.",
        ),
        when="supplies.expiring",
    ),
)
SENTENCES = (*DONE, *RESULTS, *SHORTCOMINGS, *NEXT)
