"""The part of welfare in both summaries."""

from houqin.areas.welfare.figures import welfare_part
from houqin.areas.welfare.rows import Gift
from houqin.book import Book
from houqin.problems import Both
from houqin.rows import NoColumn
from houqin.rules import no_column
from houqin.sections import Section
from houqin.sentences import Part, Sentence


def section(book: Book) -> Section | None:
    """Return the part of the summary about welfare, None without the sheet."""
    if Gift not in book:
        return None
    try:
        return welfare_part(book)
    except NoColumn as absent:
        why = no_column(absent.sheet, absent.heading)
        return Section("welfare", Both("福利慰问", "Welfare"), notes=(why,))


SENTENCES = (
    Sentence(
        Part.DONE,
        Both(
            "关心教职工生活，开展节日福利、看望慰问等 {welfare.events} 项，共 {welfare.people} 人次。",
            "The union gave festival gifts and paid visits: "
            "{welfare.events} events, {welfare.people} gifts.",
        ),
        when="welfare.events",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "福利慰问共支出 {welfare.amount}。",
            "They cost {welfare.amount}.",
        ),
        when="welfare.amount",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "福利慰问有 {welfare.unsigned} 人次没有签收，手续不全。",
            "{welfare.unsigned} gifts have not been signed for.",
        ),
        when="welfare.unsigned",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "补齐福利慰问的签收手续，发放当天核对名单。",
            "Have these gifts signed for, and check the list on the day.",
        ),
        when="welfare.unsigned",
    ),
)
