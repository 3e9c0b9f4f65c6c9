"""Checks of the ribbon: what it calls, its ids and its pictures [MS-CUSTOMUI2]."""

from collections import Counter
from collections.abc import Iterator

from houqin.hosts.package import elements, relationships
from houqin.master.inspection.book import Book, Tags
from houqin.master.inspection.images import IMAGES
from houqin.master.inspection.macros import Shape, faults_of_call

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"

_GIVEN_BACK = ""  # a parameter of any type that the Sub itself sets
_CONTROL = "IRibbonControl"
_OTHERS = ("onAction", "onChange", "onLoad", "loadImage", "onShow", "onHide")
_CHOICE: Shape = (_CONTROL, "String", "Integer")
_PRESSED: Shape = (_CONTROL, "Boolean")
_ACTIONS: dict[str, Shape] = {
    "toggleButton": _PRESSED,
    "checkBox": _PRESSED,
    "gallery": _CHOICE,
    "dropDown": _CHOICE,
    "command": (_CONTROL, _GIVEN_BACK),
}
_SHAPES: dict[str, Shape] = {
    "onChange": (_CONTROL, "String"),
    "onLoad": ("IRibbonUI",),
    "loadImage": ("String", _GIVEN_BACK),
    "onShow": ("Object",),
    "onHide": ("Object",),
    **dict.fromkeys(
        ("getItemID", "getItemLabel", "getItemImage", "getItemScreentip", "getItemSupertip"),
        (_CONTROL, "Integer", _GIVEN_BACK),
    ),
}


def faults_of_ribbon(book: Book) -> Iterator[str]:
    """Yield what is wrong with the ribbon, or that there is none."""
    roots = relationships(book.archive, "")
    parts = book.parts(roots, "extensibility")
    if len(parts) != 1:
        yield f"The package names {len(parts)} ribbons, and it must name one."
    for part in parts:
        tags = tuple(elements(book.archive, part))
        if not tags[0][2].tag.startswith(f"{{{NAMESPACE}}}"):
            yield "The ribbon is not written in the customUI of 2009/07."
        yield from _callbacks(book, tags)
        yield from _ids(tags)
        yield from _images(tags)


def _callbacks(book: Book, tags: Tags) -> Iterator[str]:
    for name, facts, _ in tags:
        for attribute, macro in facts.items():
            if attribute in _OTHERS or attribute.startswith("get"):
                where = f"The {attribute} of {facts.get('id', name)}"
                yield from faults_of_call(book, where, macro, _shape(name, attribute))


def _shape(name: str, attribute: str) -> Shape:
    if attribute == "onAction":
        return _ACTIONS.get(name, (_CONTROL,))
    return _SHAPES.get(attribute, (_CONTROL, _GIVEN_BACK))


def _ids(tags: Tags) -> Iterator[str]:
    ids = Counter(facts["id"] for _, facts, _ in tags if "id" in facts)
    return (f"Two controls of the ribbon have the id {each}." for each, n in ids.items() if n > 1)


def _images(tags: Tags) -> Iterator[str]:
    for _, facts, _ in tags:
        image = facts.get("imageMso", "Help")
        if image not in IMAGES:
            yield f"The ribbon shows {image}, which is not in the list of Office's pictures."
