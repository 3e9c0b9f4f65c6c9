"""What the written summary says of goals and of shortcomings that the school stated itself."""

from collections.abc import Iterator, Sequence

from houqin.areas.area import Area
from houqin.book import Book
from houqin.reports.written.figures import target_of
from houqin.reports.written.parts import Chapter, Paragraph, Piece, Topic
from houqin.reports.written.speaker import Speaker
from houqin.reports.written.tables import LIGHTS
from houqin.sentences import Goal, Shortcoming


def goals_chapter(speaker: Speaker, areas: Sequence[Area], book: Book) -> Chapter:
    """Return the goals that the school stated; without any the targets on 参数, and a gap."""
    goals = [goal for area in areas if area.goals for goal in area.goals(book, speaker.figures)]
    lines = [_goal(speaker, number, goal) for number, goal in enumerate(goals, 1)]
    told = lines or list(_targets(speaker))
    return Chapter(speaker.say("一、工作目标", "1. Goals"), (Topic("", tuple(told)),))


def _goal(speaker: Speaker, number: int, goal: Goal) -> Paragraph:
    target = speaker.say(f"（目标：{goal.target}）", f" (target: {goal.target})")
    light = LIGHTS[goal.light].of(speaker.lang)
    verdict = speaker.say(f"，{light}。", f", {light}.") if light else speaker.say("。", ".")
    head = f"{number}. {bare(goal.text)}{target if goal.target else ''}"
    return (
        Piece(head + speaker.say("，完成情况：", ": ")),
        speaker.or_gap(bare(goal.reached)),
        Piece(verdict),
    )


def _targets(speaker: Speaker) -> Iterator[Paragraph]:
    """Say what 参数 sets as targets."""
    space = speaker.say("", " ")
    targets = [
        f"{figure.name.of(speaker.lang)}{space}{target_of(figure, speaker.lang)}"
        for figure in speaker.figures.values()
        if figure.target is not None
    ]
    if targets:
        zh, en = "；".join(targets), "; ".join(targets)
        yield (Piece(speaker.say(f"本学期确定的指标：{zh}。", f"The targets of the term: {en}.")),)
    yield (Piece(speaker.say("其他工作目标：", "Other goals: ")), speaker.gap())


def stated_shortcomings(areas: Sequence[Area], book: Book) -> tuple[Shortcoming, ...]:
    """Return the shortcomings that the school stated itself."""
    return tuple(each for area in areas if area.shortcomings for each in area.shortcomings(book))


def shortcoming(speaker: Speaker, each: Shortcoming) -> Paragraph:
    """Return a shortcoming as one sentence."""
    return (Piece(bare(each.text) + speaker.say("。", ".")),)


def next_step(speaker: Speaker, each: Shortcoming) -> Paragraph:
    """Return what is to be done about a shortcoming, by whom and until when."""
    day = speaker.day(each.due)
    who = speaker.say("责任人 {}", "{}").format(each.responsible) if each.responsible else ""
    when = speaker.say(f"{day}前完成", f"by {day}") if day else ""
    more = speaker.say("，", ", ").join(filter(None, (who, when)))
    told = speaker.say("（{}）", " ({})").format(more) if more else ""
    return (speaker.or_gap(bare(each.step)), Piece(told + speaker.say("。", ".")))


def bare(text: str) -> str:
    """Return a text without the full stop at its end."""
    return text.strip().rstrip("。.；;")
