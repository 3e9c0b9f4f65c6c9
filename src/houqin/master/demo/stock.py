"""The demo's stock: goods that come in and go out, consistent to the last box of masks."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial
from random import Random

from houqin.master.demo.goods import (
    AT_HOME,
    BY_ITEM,
    EARLY_LOTS,
    GIFTS,
    GOODS,
    MADE,
    RESERVES,
    SCARCE,
    SUPPLIERS,
    TRANSFERRED,
    USES,
    WHILE_CLOSED,
    Gift,
    Good,
)
from houqin.master.demo.school import AS_OF, CAMPUSES, REOPENED, TERM, Staff, calendar, of_role
from houqin.master.demo.store import Document, Lot, Store, named
from houqin.master.term import Row
from houqin.school_calendar import days

CENT = Decimal("0.01")
COUNT_DAYS = (date(2020, 4, 30), date(2020, 5, 29), date(2020, 6, 28))  # nothing moves on them
COUNT_TIME = time(16, 30)
BUYING_DAYS = {"本部": 0, "东园": 2}  # a day of the week, Monday 0
TRANSFERS = {  # day: from where
    date(2020, 5, 13): "本部",
    date(2020, 6, 3): "东园",
    date(2020, 6, 17): "本部",
}
MOST_LINES = 6
SIZES = (1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6)  # how many things somebody fetches
OFTEN, SELDOM = (2, 3, 3), (0, 1, 1)  # how many fetch something on a day
GIVEN_BACK, FAULTY = 12, 5  # one issue in so many, and one purchase
SHORT, NEXT = 0.5, 0.9  # of the least that must be there: below the first it is bought, …
LOST, GAINED = ("损耗", "丢失", "损坏"), ("记录错误",)  # why a count differs
Line = tuple[Good, Lot]


def stock(people: tuple[Staff, ...], random: Random, scale: int) -> dict[str, list[Row]]:
    """Return the ledgers of the stock for the term up to the as-of day."""
    store = Store(people, random, scale)
    for campus in CAMPUSES:
        _open(store, campus)
    for day in days(TERM[0] + timedelta(days=1), AS_OF):
        if calendar().is_working_day(day):
            if day in TRANSFERS:
                _transfer(store, day, TRANSFERS[day])
            for campus in CAMPUSES:
                _day(store, day, campus)
    return {
        "items": [_item_row(good, scale) for good in GOODS],
        "receipts": store.receipts,
        "stock_issues": store.issues,
        "counts": store.counts,
        "reserve_standards": _reserves(),
    }


def _item_row(good: Good, scale: int) -> Row:
    least = good.low * len(CAMPUSES)
    limits = {"low": least, "high": least * 5 * scale}
    return {**named(good), "category": good.category, **limits, "price": Decimal(good.price)}


def _day(store: Store, day: date, campus: str) -> None:
    """Let one working day go by at one campus."""
    if day in COUNT_DAYS:
        _count(store, day, campus)
        return
    store.do_what_was_left(day, campus)
    _scrap(store, day, campus)
    for gift in GIFTS:
        if (gift.day, gift.campus) == (day, campus):
            _accept(store, gift)
    if day.weekday() == BUYING_DAYS[campus]:
        _buy(store, day, campus)
    for _ in range(store.random.choice(OFTEN if day >= REOPENED else SELDOM) * store.scale):
        _take(store, day, campus)


# ---------------------------------------------------------------- what comes in


def _open(store: Store, campus: str) -> None:
    """Write the opening stock."""
    for goods in _by_document(GOODS):
        document = store.document(TERM[0], campus, "期初")
        for good in goods:
            scarce = good.item in SCARCE
            more = 0 if scarce else store.random.randint(0, good.low // 2)
            quantity = (good.low // 4 if scarce else good.low * 2) + more
            lot = _lot(good, EARLY_LOTS.get(good.item, MADE), quantity)
            store.receive(document, good, lot, **_priced(quantity, Decimal(good.price)))


def _accept(store: Store, gift: Gift) -> None:
    """Take in what somebody gave; nobody knows what it cost."""
    document = store.document(
        gift.day, gift.campus, "捐赠", supplier=gift.giver, note="已开具捐赠收据"
    )
    for item, quantity in gift.given.items():
        lot = _lot(BY_ITEM[item], _made_before(store, gift.day), quantity)
        store.receive(document, BY_ITEM[item], lot)


def _buy(store: Store, day: date, campus: str) -> None:
    """Where a good comes near the least that must be there, buy it and what will be next."""
    for category in SUPPLIERS:
        goods = [
            good
            for good in GOODS
            if good.category == category and day >= SCARCE.get(good.item, day)
        ]
        if any(_is_left(store, good, campus) < SHORT for good in goods):
            wanted = [good for good in goods if _is_left(store, good, campus) < NEXT]
            for together in _by_document(wanted):
                _buy_together(store, day, campus, together)


def _is_left(store: Store, good: Good, campus: str) -> float:
    """Return how far a good is above the least that must be there."""
    return (store.on_hand(good, campus) - good.low) / (good.low * store.scale)


def _buy_together(store: Store, day: date, campus: str, goods: Iterable[Good]) -> None:
    bought: list[Line] = []
    document = store.document(
        day,
        campus,
        "采购",
        buyer=store.who(campus, "采购员"),
        invoice=str(store.random.randint(10**7, 10**8 - 1)),
        request=store.number("SQ"),
    )
    for good in goods:
        quantity = good.low * store.random.choice((1, 2)) * store.scale
        price = Decimal(good.price) * (100 + store.random.randint(-4, 4)) / 100
        lot = _lot(good, _made_before(store, day), quantity)
        more = _priced(quantity, price.quantize(CENT)) | {"supplier": SUPPLIERS[good.category]}
        store.receive(document, good, lot, **more)
        bought.append((good, lot))
    if store.numbers["RK"] % FAULTY == 0:
        store.tomorrow(campus, partial(_send_back, store, document, *bought[0]))


def _send_back(store: Store, bought: Document, good: Good, lot: Lot, day: date) -> None:
    """Send a little of what was bought back to its supplier, unless it is gone or needed."""
    lots = store.lots[good.item, bought.campus]
    there = next((each.quantity for each in lots if each.batch == lot.batch), 0)
    faulty = max(1, lot.quantity // (20 * good.box)) * good.box
    quantity = min(faulty, there, store.spare(good, bought.campus, day))
    if quantity:
        document = store.document(
            day,
            bought.campus,
            "退货",
            person=store.who(bought.campus, "采购员"),
            department="总务处",
            purpose="质量问题退货",
            note=f"{bought.number} {SUPPLIERS[good.category]}",
        )
        store.issue(document, good, lot.of(quantity))


# ---------------------------------------------------------------- what goes out


def _take(store: Store, day: date, campus: str) -> None:
    """Let somebody fetch one to six things; now and then a little comes back the next day."""
    closed = day < REOPENED
    category = store.random.choice(WHILE_CLOSED if closed else tuple(USES))
    use = store.random.choice(
        [use for use in USES[category] if not (closed and use.role in AT_HOME)]
    )
    lines = _fetched(store, day, campus, category)
    if lines:
        person = store.random.choice(of_role(store.people, campus, use.role))
        department = next(each.department for each in store.people if each.name == person)
        purpose = store.random.choice(use.purposes)
        document = store.document(
            day, campus, "领用", person=person, department=department, purpose=purpose
        )
        for good, part in lines:
            store.issue(document, good, part)
        if store.numbers["LY"] % GIVEN_BACK == 0:
            store.tomorrow(campus, partial(_give_back, store, document, *lines[0]))


def _fetched(store: Store, day: date, campus: str, category: str) -> list[Line]:
    goods = [good for good in GOODS if good.category == category]
    size = min(store.random.choice(SIZES), len(goods))
    lines: list[Line] = []
    for good in store.random.sample(goods, size):
        wanted = store.random.randint(1, good.taken // good.box) * good.box
        quantity = min(wanted, store.spare(good, campus, day))
        lines += ((good, part) for part in store.parts(good, campus, quantity))
    return lines[:MOST_LINES]


def _give_back(store: Store, taken: Document, good: Good, part: Lot, day: date) -> None:
    """Put back what was left over, unless it has expired."""
    if part.expires and part.expires < day:
        return
    left = max(1, part.quantity // (3 * good.box)) * good.box
    document = store.document(day, taken.campus, "退库", note=f"{taken.number} 未用完退回")
    store.receive(document, good, part.of(left))


def _scrap(store: Store, day: date, campus: str) -> None:
    """Scrap what has expired."""
    lines = [
        (good, lot.of(lot.quantity))
        for good in GOODS
        for lot in store.lots[good.item, campus]
        if lot.expires and lot.expires < day
    ]
    if lines:
        document = store.document(day, campus, "报废", **_by_director(store, campus, "过期报废"))
        for good, lot in lines:
            store.issue(document, good, lot)


def _transfer(store: Store, day: date, here: str) -> None:
    """Move goods from one campus to the other, under one number in both ledgers."""
    there = next(campus for campus in CAMPUSES if campus != here)
    lines = [
        (good, part)
        for good in map(BY_ITEM.__getitem__, store.random.sample(TRANSFERRED, 3))
        for part in store.parts(good, here, min(good.low // 4, store.spare(good, here, day)))
    ]
    if lines:
        person, purpose = store.who(there, "保管员"), f"调拨{there}"
        out = store.document(day, here, "调出", person=person, department="总务处", purpose=purpose)
        into = Document(out.number, day, there, "调入")
        for good, part in lines[:MOST_LINES]:
            store.issue(out, good, part)
            store.receive(into, good, part)


# ---------------------------------------------------------------- what is counted


def _count(store: Store, day: date, campus: str) -> None:
    """Count everything; one to three lines differ, each counted twice and with its reason."""
    number = store.number("PD", 3)
    lines = [(good, lot) for good in GOODS for lot in store.lots[good.item, campus]]
    able = [place for place, (good, lot) in enumerate(lines) if lot.quantity > good.box]
    differ = store.random.sample(able, store.random.randint(1, 3))
    signs = {place: store.random.choice((-1, -1, 1)) for place in differ}
    moment = {"number": number, "date": day, "time": COUNT_TIME}
    for place, (good, lot) in enumerate(lines):
        row = _count_row(store, campus, good, lot, signs.get(place, 0) * good.box)
        store.counts.append(moment | row)
    offs = [
        (good, lot.of(signs[place] * good.box))
        for place, (good, lot) in enumerate(lines)
        if place in signs
    ]
    store.tomorrow(campus, partial(_adjust, store, f"{number} 盘点调整", campus, offs))


def _count_row(store: Store, campus: str, good: Good, lot: Lot, off: int) -> Row:
    return {
        "campus": campus,
        "item": good.item,
        "name": good.name,
        "unit": good.unit,
        "batch": lot.batch,
        "book": lot.quantity,
        "counted": lot.quantity + off,
        "recounted": lot.quantity + off if off else None,
        "variance": off,
        "reason": store.random.choice(GAINED if off > 0 else LOST) if off else None,
        "counters": (store.who(campus, "采购员"), store.who(campus, "保管员")),
        "supervisor": store.who(campus, "总务主任"),
    }


def _adjust(store: Store, note: str, campus: str, offs: Iterable[Line], day: date) -> None:
    """Post what a count found too much and too little, citing it."""
    gains = [(good, off) for good, off in offs if off.quantity > 0]
    losses = [(good, off.of(-off.quantity)) for good, off in offs if off.quantity < 0]
    if gains:
        document = store.document(day, campus, "盘盈", note=note)
        for good, lot in gains:
            store.receive(document, good, lot)
    if losses:
        more = _by_director(store, campus, "盘点调整")
        document = store.document(day, campus, "盘亏", note=note, **more)
        for good, lot in losses:
            store.issue(document, good, lot)


# ---------------------------------------------------------------- figures


def _by_director(store: Store, campus: str, purpose: str) -> Mapping[str, str]:
    return {
        "person": store.who(campus, "总务主任"),
        "department": "总务处",
        "purpose": purpose,
    }


def _by_document(goods: Iterable[Good]) -> Iterator[tuple[Good, ...]]:
    """Yield goods as they fit into documents."""
    goods = tuple(goods)
    return (goods[first : first + MOST_LINES] for first in range(0, len(goods), MOST_LINES))


def _lot(good: Good, made: date, quantity: int) -> Lot:
    """Return goods made on a day, which is what their batch is called."""
    if not good.years:
        return Lot(None, None, quantity)
    expires = made.replace(year=made.year + good.years)
    return Lot(f"{made:%Y%m%d}", expires, quantity)


def _made_before(store: Store, day: date) -> date:
    made = day - timedelta(days=store.random.randint(14, 45))
    return made.replace(day=min(made.day, 28))


def _priced(quantity: int, price: Decimal) -> Row:
    return {"unit_price": price, "amount": (quantity * price).quantize(CENT)}


def _reserves() -> list[Row]:
    """Return the sheet 储备标准."""
    return [
        {
            "item": item,
            "name": BY_ITEM[item].name,
            "unit": BY_ITEM[item].unit,
            "basis": basis,
            "quota": quota,
            "days": number or 1,
            "campus": campus,
            "source": "区教育局开学条件核查清单",
        }
        for item, basis, quota, number in RESERVES
        for campus in CAMPUSES
    ]
