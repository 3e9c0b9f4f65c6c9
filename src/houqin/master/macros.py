"""The macros of the buttons and the ribbon tab, made from the table of buttons."""

from xml.sax.saxutils import quoteattr

from houqin.buttons import BUTTONS, GROUPS, MODULE, Button, Group

RIBBON_SUB = "OnRibbon"
NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
_HEAD = f"""Attribute VB_Name = "{MODULE}"
'@Folder Houqin
'@ModuleDescription "What the buttons call: made by houqin build from buttons.py."
Option Explicit

'@Description "Every button of the ribbon; its id is the function it calls."
Public Sub {RIBBON_SUB}(ByVal control As IRibbonControl)
    RunHouqin control.ID
End Sub
"""
_SUB = """
'@Description "{tip}"
Public Sub {macro}()
    RunHouqin "{function}"
End Sub
"""


def button_macros() -> str:
    """Return the module of the buttons' macros, ASCII with Windows line ends."""
    subs = (
        _SUB.format(tip=each.tip.en, macro=each.macro, function=each.function) for each in BUTTONS
    )
    return (_HEAD + "".join(subs)).replace("\n", "\r\n")


def ribbon() -> str:
    """Return the customUI part: the tab 后勤 with every button."""
    groups = "\n".join(map(_group, GROUPS))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<customUI xmlns="{NAMESPACE}">\n <ribbon>\n  <tabs>\n'
        '   <tab id="houqin" label="后勤" insertAfterMso="TabHome">\n'
        f"{groups}\n   </tab>\n  </tabs>\n </ribbon>\n</customUI>\n"
    )


def _group(group: Group) -> str:
    buttons = "\n".join(map(_button, group.buttons))
    return f'    <group id="houqin_{group.key}" label={quoteattr(group.label)}>\n{buttons}\n    </group>'


def _button(button: Button) -> str:
    facts = {
        "id": button.function,
        "label": button.label,
        "size": "large" if button.large else "normal",
        "imageMso": button.image,
        "screentip": button.label,
        "supertip": f"{button.tip.zh} {button.tip.en}",
        "onAction": f"{MODULE}.{RIBBON_SUB}",
    }
    return f"     <button {' '.join(f'{name}={quoteattr(each)}' for name, each in facts.items())}/>"
