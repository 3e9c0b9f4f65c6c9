"""The demo's stock, reckoned a second time with plain dictionaries, by contract 3 alone."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from houqin.hosts.files import open_workbook
from houqin.master.demo import clean_term, write_demo
from houqin.pipeline import check
from houqin.result import Options

Row = dict[str, Any]
Term = dict[str, list[Row]]
TERMS = ((2020, 1), (1, 1), (7, 1), (2020, 5))  # seed, scale
AS_OF = date(2020, 6, 30)
CAME = ["期初", "采购", "捐赠", "调入", "退库", "盘盈"]
WENT = ["领用", "调出", "退货", "报废", "盘亏"]


@pytest.fixture(scope="module", params=TERMS, ids=lambda each: f"seed-{each[0]}-scale-{each[1]}")
def term(request: pytest.FixtureRequest) -> Term:
    seed, scale = request.param
    return clean_term(seed, scale)


def moves(term: Term) -> list[tuple[Row, int]]:
    """Return all lines and what they add, in the order of contract 3."""
    lines = [(row, row["quantity"], row["kind"] != "期初") for row in term["receipts"]]
    lines += [(row, -row["quantity"], 2) for row in term["stock_issues"]]
    return [
        (row, change)
        for row, change, _ in sorted(lines, key=lambda each: (each[0]["date"], each[2]))
    ]


def account(row: Row) -> tuple[str, str]:
    return row["item"], row["campus"]


def lot(row: Row) -> tuple[str, str, str | None]:
    return row["item"], row["campus"], row["batch"]


def balances(
    term: Term, key: Callable[[Row], tuple[Any, ...]], until: date = AS_OF
) -> dict[tuple[Any, ...], int]:
    book: dict[tuple[Any, ...], int] = defaultdict(int)
    for row, change in moves(term):
        if row["date"] <= until:
            book[key(row)] += change
    return dict(book)


def documents(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["number"]].append(row)
    return found


def of_kind(rows: Iterable[Row], kind: str) -> list[Row]:
    return [row for row in rows if row["kind"] == kind]


def summed(rows: Iterable[Row]) -> Counter[tuple[Any, ...]]:
    total: Counter[tuple[Any, ...]] = Counter()
    for row in rows:
        total[row["number"], row["item"], row["batch"]] += row["quantity"]
    return total


def expiries(term: Term) -> dict[tuple[str, str], date]:
    return {
        (row["item"], row["batch"]): row["expires"] for row in term["receipts"] if row["expires"]
    }


# ---------------------------------------------------------------- balances


@pytest.mark.parametrize("key", [account, lot])
def test_no_balance_ever_falls_below_zero(
    term: Term, key: Callable[[Row], tuple[Any, ...]]
) -> None:
    book: dict[tuple[Any, ...], int] = defaultdict(int)
    lowest: dict[tuple[Any, ...], int] = defaultdict(int)
    for row, change in moves(term):
        book[key(row)] += change
        lowest[key(row)] = min(lowest[key(row)], book[key(row)])

    assert [each for each, least in lowest.items() if least < 0] == []


def test_every_line_moves_something_and_masks_move_by_the_box(term: Term) -> None:
    assert all(row["quantity"] > 0 for row, _ in moves(term))
    assert {change % 50 for row, change in moves(term) if row["name"] == "一次性医用口罩"} == {0}


def test_at_the_end_no_campus_is_below_its_share_of_the_lowest_stock_or_above_the_highest(
    term: Term,
) -> None:
    book = balances(term, account)
    for item in term["items"]:
        there = [book[item["item"], campus] for campus in ("本部", "东园")]

        assert min(there) * 2 >= item["low"], item["name"]
        assert sum(there) <= item["high"], item["name"]


def test_nothing_is_taken_after_it_expired_and_nothing_expired_is_left(term: Term) -> None:
    until = expiries(term)
    taken = [row for row in term["stock_issues"] if row["kind"] in {"领用", "调出"}]

    assert [
        row for row in taken if until.get((row["item"], row["batch"]), AS_OF) < row["date"]
    ] == []
    left = {(item, batch) for (item, _, batch), quantity in balances(term, lot).items() if quantity}
    assert [each for each in left if until.get(each, AS_OF) < AS_OF] == []


def test_the_batch_that_expires_first_is_taken_first(term: Term) -> None:
    until, book = expiries(term), dict[tuple[Any, ...], int]()
    wrong = []
    for row, change in moves(term):
        if row["kind"] == "领用" and row["batch"]:
            there = [
                batch for (*where, batch), left in book.items() if where == [*account(row)] and left
            ]
            first = min(until[row["item"], batch] for batch in there)
            wrong += [row] if until[row["item"], row["batch"]] > first else []
        book[lot(row)] = book.get(lot(row), 0) + change

    assert wrong == []


# ---------------------------------------------------------------- counts


def test_every_count_has_what_is_there_and_its_book_is_the_balance_of_the_batch(term: Term) -> None:
    for rows in documents(term["counts"]).values():
        day, campus = rows[0]["date"], rows[0]["campus"]
        there = {
            each: left
            for each, left in balances(term, lot, day).items()
            if each[1] == campus and left
        }

        assert {lot(row): row["book"] for row in rows} == there
        assert len(rows) == len(there)


def test_what_was_counted_is_the_book_and_the_variance_and_each_variance_has_a_reason(
    term: Term,
) -> None:
    for row in term["counts"]:
        assert row["counted"] == row["book"] + row["variance"]
        assert row["counted"] >= 0
        assert bool(row["reason"]) == bool(row["variance"])
        assert row["recounted"] == (row["counted"] if row["variance"] else None)
        assert row["supervisor"] not in row["counters"]


def test_the_variances_of_every_count_are_posted_under_its_number(term: Term) -> None:
    found: Counter[tuple[Any, ...]] = Counter()
    for row in term["counts"]:
        if row["variance"]:
            found[f"{row['number']} 盘点调整", *lot(row)] += row["variance"]
    posted: Counter[tuple[Any, ...]] = Counter()
    for row, change in moves(term):
        if row["kind"] in {"盘盈", "盘亏"}:
            posted[row["note"], *lot(row)] += change

    assert posted == found


def test_both_campuses_count_three_times_on_days_on_which_nothing_moves(term: Term) -> None:
    counted = {(row["number"], row["date"], row["campus"]) for row in term["counts"]}
    days = {day for _, day, _ in counted}

    assert days == {date(2020, 4, 30), date(2020, 5, 29), date(2020, 6, 28)}
    assert Counter(campus for *_, campus in counted) == {"本部": 3, "东园": 3}
    assert days.isdisjoint(row["date"] for row, _ in moves(term))


# ---------------------------------------------------------------- documents


def test_transfers_come_in_as_they_went_out_at_another_campus_on_the_same_day(term: Term) -> None:
    out, into = of_kind(term["stock_issues"], "调出"), of_kind(term["receipts"], "调入")
    sent = {(row["number"], row["date"]): row["campus"] for row in out}
    came = {(row["number"], row["date"]): row["campus"] for row in into}

    assert summed(out) == summed(into)
    assert sent.keys() == came.keys()
    assert {(sent[each], came[each]) for each in sent} == {("本部", "东园"), ("东园", "本部")}


def test_amounts_are_quantity_times_price_and_only_what_is_bought_has_one(term: Term) -> None:
    priced = [row for row in term["receipts"] if row.get("unit_price") is not None]

    for row in priced:
        assert row["amount"] == Decimal(row["quantity"]) * row["unit_price"]
        assert row["unit_price"] == round(row["unit_price"], 2)
    assert {row["kind"] for row in priced} == {"期初", "采购"}
    assert len(priced) == sum(row["kind"] in {"期初", "采购"} for row in term["receipts"])


def returned(term: Term, kind: str, cited: str) -> Iterator[tuple[Row, Row]]:
    """Yield what came back or was sent back, each with the line it cites."""
    first = {
        (row["number"], row["item"], row["batch"]): row
        for row in (*term["receipts"], *term["stock_issues"])
        if row["kind"] == cited
    }
    for row in (*term["receipts"], *term["stock_issues"]):
        if row["kind"] == kind:
            yield row, first[row["note"].split()[0], row["item"], row["batch"]]


@pytest.mark.parametrize(("kind", "cited"), [("退库", "领用"), ("退货", "采购")])
def test_what_comes_back_cites_a_line_it_can_be_a_part_of(
    term: Term, kind: str, cited: str
) -> None:
    pairs = list(returned(term, kind, cited))

    assert pairs
    for row, line in pairs:
        assert 0 < row["quantity"] <= line["quantity"]
        assert row["campus"] == line["campus"]
        assert row["date"] > line["date"]


def test_what_is_sent_back_goes_to_whoever_sold_it(term: Term) -> None:
    for row, line in returned(term, "退货", "采购"):
        assert row["note"].split()[1] == line["supplier"]


def test_documents_have_one_to_six_lines_that_agree_and_are_numbered_through(term: Term) -> None:
    for key in ("receipts", "stock_issues"):
        found = documents(term[key])
        for rows in found.values():
            assert 1 <= len(rows) <= 6
            assert len({(row["date"], row["campus"], row["kind"]) for row in rows}) == 1
            assert len({lot(row) for row in rows}) == len(rows)
        for prefix in {number[:2] for number in found}:
            own = [number for number in found if number.startswith(prefix)]
            assert own == [f"{prefix}-{each:04}" for each in range(1, len(own) + 1)]


def test_who_buys_accepts_and_keeps_are_three_people(term: Term) -> None:
    for row in term["receipts"]:
        people = [row.get("buyer"), row["acceptor"], row["keeper"]]
        assert len(set(people)) == 3


# ---------------------------------------------------------------- the story


def test_the_term_has_goods_of_every_kind_that_come_and_go() -> None:
    for seed in (2020, 1, 7):
        term: Term = clean_term(seed)

        assert {row["kind"] for row in term["receipts"]} == set(CAME)
        assert {row["kind"] for row in term["stock_issues"]} == set(WENT)
        number = len(documents(term["receipts"])) + len(documents(term["stock_issues"]))
        assert 350 <= number <= 450
        sizes = {len(rows) for rows in documents(term["stock_issues"]).values()}
        assert sizes == {1, 2, 3, 4, 5, 6}


def test_masks_are_given_in_march_and_not_to_be_bought_before_april_13(term: Term) -> None:
    masks = [row for row in term["receipts"] if row["name"] == "一次性医用口罩"]
    given = of_kind(masks, "捐赠")

    assert {(row["date"].year, row["date"].month) for row in given} == {(2020, 3)}
    assert sum(row["quantity"] for row in given) == 3000 + 2000 + 2000 + 1500 + 2500
    assert min(row["date"] for row in of_kind(masks, "采购")) >= date(2020, 4, 13)


def test_while_the_school_is_closed_nothing_is_taken_for_lessons(term: Term) -> None:
    taken = of_kind(term["stock_issues"], "领用")
    for_lessons = [row["date"] for row in taken if row["purpose"] == "课堂教学"]

    assert min(for_lessons) >= date(2020, 4, 27)
    assert min(row["date"] for row in taken) < date(2020, 3, 1)


def test_a_seed_gives_one_term_and_another_seed_another() -> None:
    assert clean_term(3) == clean_term(3)
    assert clean_term(3)["stock_issues"] != clean_term(4)["stock_issues"]


def test_five_times_the_scale_is_about_five_times_the_issues() -> None:
    one, five = (len(of_kind(clean_term(2020, scale)["stock_issues"], "领用")) for scale in (1, 5))

    assert 4 * one <= five <= 6 * one


def test_the_clean_term_of_five_times_the_scale_has_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "clean.xlsx"
    write_demo(path, "clean", 2020, 5)

    result = check(open_workbook(path), Options(), AS_OF)

    assert [problem.message() for problem in result.problems] == []
    assert (result.skipped, result.faults) == ((), ())
