"""The rules of fire equipment and of the contract for its maintenance."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from houqin.areas.makers import known_in, not_after_as_of, unique
from houqin.areas.safety.rows import Equipment
from houqin.areas.school.rows import PersonRow
from houqin.areas.staff import NAMED
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rows import Rows
from houqin.rules import Rule, book_rule, row_rule

CONTRACT = "合同"  # 归类 of a 设备类别
OUT_OF_USE = "停用"  # 归类 of a 设备状态
DUE_SOON = "equipment.due_soon_days"
SERVICE = "equipment.service_days"
FIRE_LAW = "中华人民共和国消防法第十六条：按标准配置消防设施器材，定期检验维修，确保完好有效"


def is_contract(row: Equipment, book: Book) -> bool:
    """Tell whether a row is a maintenance contract."""
    return book.group("设备类别", row.kind) == CONTRACT


def is_in_use(row: Equipment, book: Book) -> bool:
    """Tell whether a piece is in use, as it is where nothing is said of it."""
    status = row.status if row.has("status") else None
    return book.group("设备状态", status) != OUT_OF_USE


def serves(row: Equipment, book: Book) -> bool:
    """Tell whether a row is a piece of equipment in use."""
    return not is_contract(row, book) and is_in_use(row, book)


def _end(row: Equipment) -> date:
    """Return the last day on which a piece or a contract is good; without one it stays so."""
    return row.get("expires") or date.max


def service_due(row: Equipment, book: Book) -> date | None:
    """Return the last day for the next service, None where it cannot be told.

    A piece never serviced counts from the day it was made.
    """
    since = row.serviced or (row.made if row.has("made") else None)
    own = row.service_days if row.has("service_days") else None
    limit = own or book.settings.number(SERVICE, row.get("campus"), since)
    return since + timedelta(days=int(limit)) if since and limit else None


number_is_unique = unique(
    "EQP-01",
    Equipment,
    ("number",),
    ("设备编号不重复", "Every piece of equipment has a number of its own."),
    source="一件设备一个编号",
)


@row_rule(
    "EQP-02",
    Equipment,
    "在用的消防设备没有过期",
    zh=("有效期至 {value}，已过期 {days} 天而仍在用", "请更换，或改正有效期、状态"),
    en=(
        "it expired on {value}, {days} days ago, and is in use",
        "replace it, or correct date or state",
    ),
    source=FIRE_LAW,
)
def not_expired(row: Equipment, book: Book) -> Iterator[Hit]:
    """Fire equipment in use has not expired."""
    if _expired(row, book):
        yield row.hit("expires", days=(book.as_of - _end(row)).days)


def _expired(row: Equipment, book: Book) -> bool:
    """Tell whether a piece in use has expired, unless its dates contradict each other."""
    if row.expires is None or row.expires >= book.as_of or not serves(row, book):
        return False
    return not _expires_before_made(row)


@row_rule(
    "EQP-03",
    Equipment,
    "快到有效期的消防设备及早更换",
    zh=("有效期至 {value}，还有 {days} 天到期", "请安排更换"),
    en=("it expires on {value}, in {days} days", "have it replaced in time"),
    source=FIRE_LAW,
    severity=Severity.WARNING,
    settings=(DUE_SOON,),
)
def not_about_to_expire(row: Equipment, book: Book) -> Iterator[Hit]:
    """Fire equipment is replaced before it expires."""
    if row.expires and _ends_soon(row, book) and serves(row, book):
        yield row.hit("expires", days=(_end(row) - book.as_of).days)


def _ends_soon(row: Equipment, book: Book) -> bool:
    """Tell whether the last day is near; today counts as near."""
    limit = book.settings.number(DUE_SOON, row.get("campus"), book.as_of)
    return limit is not None and 0 <= (_end(row) - book.as_of).days <= limit


@row_rule(
    "EQP-04",
    Equipment,
    "在用的消防设备按期维保",
    zh=("最迟 {due} 应维保，已超过 {days} 天", "请安排维保后填写日期"),
    en=("its service was due on {due}, {days} days ago", "have it serviced and enter the day"),
    source=FIRE_LAW,
    settings=(SERVICE,),
)
def serviced_in_time(row: Equipment, book: Book) -> Iterator[Hit]:
    """Fire equipment in use is serviced in time."""
    due = service_due(row, book)
    if due and due < book.as_of and serves(row, book) and not _is_told(row, book):
        yield row.hit("serviced", due=due, days=(book.as_of - due).days)


def _is_told(row: Equipment, book: Book) -> bool:
    """Tell whether another rule tells why the piece cannot be as it should be."""
    has_expired = row.has("expires") and _expired(row, book)
    return has_expired or _serviced_before_made(row)


def _is_piece(rows: Rows[Any], index: int, book: Book) -> bool:
    """Tell whether a row is surely no contract, which may begin on a day to come."""
    kind = rows.column("kind")[index]
    return kind is not None and book.group("设备类别", kind) != CONTRACT


happened_by_as_of = not_after_as_of(
    "EQP-05",
    (Equipment,),
    ("made", "serviced"),
    ("生产日期和维保日期不晚于统计日期", "Equipment was made and serviced by the as-of date."),
    applies=_is_piece,
    source="已经发生的事",
)


@row_rule(
    "EQP-06",
    Equipment,
    "维保日期不早于生产日期",
    zh=("上次维保日期 {value} 早于生产日期 {made}", "请改正其中一个日期"),
    en=("it was serviced on {value}, before it was made on {made}", "correct one of the two dates"),
    source="日期先后",
)
def serviced_after_made(row: Equipment, book: Book) -> Iterator[Hit]:
    """Equipment is not serviced before it is made."""
    is_told = _expires_before_made(row) or _made_later(row, book)
    if _serviced_before_made(row) and not is_told:
        yield row.hit("serviced", related=(row.at("made"),), made=row.made)


def _serviced_before_made(row: Equipment) -> bool:
    made, serviced = row.get("made"), row.get("serviced")
    return bool(made and serviced and serviced < made)


def _made_later(row: Equipment, book: Book) -> bool:
    made = row.get("made")
    return bool(made and made > book.as_of and not is_contract(row, book))


@row_rule(
    "EQP-07",
    Equipment,
    "有效期不早于生产日期",
    zh=("有效期至 {value} 早于生产日期 {made}", "请改正其中一个日期"),
    en=("it expires on {value}, before it was made on {made}", "correct one of the two dates"),
    source="日期先后",
)
def expires_after_made(row: Equipment, book: Book) -> Iterator[Hit]:
    """Equipment does not expire before it is made."""
    if _expires_before_made(row) and not _made_later(row, book):
        yield row.hit("expires", related=(row.at("made"),), made=row.made)


def _expires_before_made(row: Equipment) -> bool:
    made, expires = row.get("made"), row.get("expires")
    return bool(made and expires and expires < made)


@book_rule(
    "EQP-08",
    "有消防设备的学校有在期的维保合同",
    needs=(Equipment,),
    zh=("{as_of} 没有在期的消防维保合同", "请续签，或登记新合同"),
    en=("no maintenance contract is in force on {as_of}", "renew it, or enter the new contract"),
    source="消防维保合同",
    severity=Severity.WARNING,
)
def contract_in_force(book: Book) -> Iterator[Hit]:
    """A school with fire equipment has a maintenance contract in force."""
    rows, contracts = book[Equipment], _contracts(book)
    if len(contracts) == len(rows) or any(_may_be_in_force(row, book) for row in contracts):
        return
    if None not in rows.column("kind"):  # an unread one may be the contract
        last = max(contracts, key=_end, default=None)
        yield last.hit("expires", as_of=book.as_of) if last else rows.sheet_hit(as_of=book.as_of)


@book_rule(
    "EQP-09",
    "维保合同到期前续签",
    needs=(Equipment,),
    zh=("维保合同 {value} 到期，还有 {days} 天", "请安排续签"),
    en=("the maintenance contract ends on {value}, in {days} days", "have it renewed in time"),
    source="消防维保合同",
    severity=Severity.WARNING,
    settings=(DUE_SOON,),
)
def contract_renewed_in_time(book: Book) -> Iterator[Hit]:
    """A maintenance contract is renewed before it ends."""
    contracts = [row for row in _contracts(book) if _may_be_in_force(row, book)]
    last = max(contracts, key=_end, default=None)
    if last and _ends_soon(last, book):
        yield last.hit("expires", days=(_end(last) - book.as_of).days)


def _contracts(book: Book) -> list[Equipment]:
    """Return the maintenance contracts, in the order of the sheet."""
    rows = book[Equipment]
    rows.require("expires")
    kinds = rows.column("kind")
    return [rows[i] for i in rows.judged("kind") if book.group("设备类别", kinds[i]) == CONTRACT]


def _may_be_in_force(contract: Equipment, book: Book) -> bool:
    """Tell whether a contract is in force; one that cannot be read may be."""
    start: date = contract.get("made") or date.min
    has_been_ended = book.group("设备状态", contract.get("status")) == OUT_OF_USE
    return start <= book.as_of <= _end(contract) and not has_been_ended


keeper_is_known = known_in(
    "EQP-10",
    Equipment,
    "keeper",
    PersonRow,
    "name",
    ("消防设备的责任人在人员表中", "Whoever looks after equipment is on the staff list."),
    **NAMED,
)

RULES: tuple[Rule, ...] = (
    number_is_unique,
    not_expired,
    not_about_to_expire,
    serviced_in_time,
    happened_by_as_of,
    serviced_after_made,
    expires_after_made,
    contract_in_force,
    contract_renewed_in_time,
    keeper_is_known,
)
