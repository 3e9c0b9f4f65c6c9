"""What counts as a fever: the limit of 参数, its comparator, and the site at which it holds."""

from houqin.areas.health.rows import SickAbsence
from houqin.areas.measures import COMPARISONS
from houqin.book import Book
from houqin.cells.doubts import Doubt
from houqin.settings import Setting

FEVER, FEVER_SITE, FLU_FEVER = "health.fever", "health.fever.site", "health.flu_fever"
FEVERISH = "发热"
FLU_SIGNS = frozenset(("咳嗽", "咽痛"))


def limit(row: SickAbsence, code: str, book: Book) -> Setting | None:
    """Return the limit that holds for a row, None where it was measured at another site."""
    campus, day = row.get("campus"), row.get("date")
    return book.settings.find(code, campus, day) if _is_at_site(row, book) else None


def reaches(row: SickAbsence, code: str, book: Book) -> bool | None:
    """Tell whether a temperature reaches a limit, None where nobody can tell."""
    degrees, setting = row.get("temperature"), limit(row, code, book)
    if degrees is None or setting is None or setting.value is None:
        return None
    return COMPARISONS.get(setting.comparator, COMPARISONS[">="])(degrees, setting.value)


def has_fever(row: SickAbsence, book: Book) -> bool:
    """Tell whether a pupil has a fever, by the symptoms or by the temperature."""
    return FEVERISH in (row.get("symptoms") or ()) or bool(reaches(row, FEVER, book))


def is_flu_like(row: SickAbsence, book: Book) -> bool:
    """Tell whether an illness is like the flu: a high fever, with a cough or a sore throat."""
    signs = FLU_SIGNS & set(row.get("symptoms") or ())
    return bool(signs) and bool(reaches(row, FLU_FEVER, book))


def _is_at_site(row: SickAbsence, book: Book) -> bool:
    """Tell whether it was measured where the limit holds; a blank site means there."""
    stated = book.settings.text(FEVER_SITE, row.get("campus"), row.get("date"))
    vocabulary = book.vocabularies.get("测量部位")
    site = vocabulary.read(stated) if vocabulary and stated else stated
    wanted = stated if isinstance(site, Doubt) else site
    return not wanted or row.get("site") in {None, wanted}
