"""The weights of the sources and the cut-offs of the bands, as 参数 states them, and their rules."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from houqin.areas.measures import COMPARISONS
from houqin.areas.school.rows import SettingRow
from houqin.book import Book
from houqin.problems import Hit
from houqin.rules import Rule, book_rule
from houqin.settings import Setting

WEIGHT, BAND = "appraisal.weight", "appraisal.band"
SOURCES, BANDS = "考核来源", "考核等次"


def weights(book: Book, campus: str | None = None, on: date | None = None) -> dict[str, Decimal]:
    """Return what each source weighs, in the order of their list; a blank one weighs nothing."""
    numbers = {
        source: book.settings.number(f"{WEIGHT}.{source}", campus, on)
        for source in _values(SOURCES, book)
    }
    return {source: weight for source, weight in numbers.items() if weight is not None}


def weighted(book: Book) -> list[str]:
    """Return the sources that have a weight."""
    return [source for source, weight in weights(book).items() if weight]


def cut_offs(book: Book) -> list[Setting]:
    """Return the cut-offs of the bands, in the order of their list."""
    found = (book.settings.find(f"{BAND}.{band}") for band in _values(BANDS, book))
    return [each for each in found if each and isinstance(each.value, Decimal)]


def band_of(score: Decimal, book: Book) -> str | None:
    """Return the first band of the list whose cut-off a score reaches."""
    for each in cut_offs(book):
        if COMPARISONS.get(each.comparator, COMPARISONS[">="])(score, each.value):
            return each.code.rpartition(".")[2]
    return None


@book_rule(
    "APR-15",
    "考核来源的权重合计 100%",
    needs=(SettingRow,),
    zh=("考核来源的权重合计 {sum}%，不是 100%", "请核对各来源的权重"),
    en=("the weights of the sources add up to {sum}% and not to 100%", "look at each of them"),
    source="综合得分 = 各来源得分 × 权重",
    settings=(WEIGHT,),
)
def weights_add_up(book: Book) -> Iterator[Hit]:
    """The weights of the sources of an appraisal add up to the whole."""
    found = weights(book)
    total = sum(found.values(), Decimal(0))
    if found and total != 1:
        stated = [book.settings.find(f"{WEIGHT}.{source}") for source in found]
        yield from _told(book, stated, sum=(total * 100).normalize())


@book_rule(
    "APR-16",
    "考核等次的分数线从高到低",
    needs=(SettingRow,),
    zh=("“{lower}”的分数线 {value} 不低于“{upper}”的分数线 {cut}", "请核对这两个分数线"),
    en=("{lower} begins at {value} and {upper} at {cut}", "look at the two cut-offs"),
    source="清单 考核等次 的次序",
    settings=(BAND,),
)
def bands_descend(book: Book) -> Iterator[Hit]:
    """The cut-off of each band lies below that of the band before it in the list."""
    bands = cut_offs(book)
    for upper, lower in pairwise(bands):
        if _number(lower) >= _number(upper):
            names = {"upper": _name(upper), "lower": _name(lower)}
            yield from _told(book, [lower, upper], cut=upper.value, **names)


def _told(book: Book, settings: list[Setting | None], **values: object) -> Iterator[Hit]:
    """Yield a hit at the first of the settings that stands on 参数, with the others as related."""
    rows = book[SettingRow]
    places = [each.place for each in settings if each and each.place and each.place.row]
    for place in places[:1]:
        if place.row:
            index = rows.numbers.index(place.row)
            yield rows.hit(index, "value", related=tuple(places[1:]), **values)


def _values(name: str, book: Book) -> tuple[str, ...]:
    vocabulary = book.vocabularies.get(name)
    return vocabulary.values if vocabulary else ()


def _number(setting: Setting) -> Decimal:
    return setting.value if isinstance(setting.value, Decimal) else Decimal(0)


def _name(setting: Setting) -> str:
    return setting.code.rpartition(".")[2]


RULES: tuple[Rule, ...] = (weights_add_up, bands_descend)
