"""What Python sees of COM: objects whose members are fetched one by one, counted, and can fail."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from types import MethodType
from typing import Any

from tests.office.uno_api import UnoError

BUSY = -2147418111  # RPC_E_CALL_REJECTED: Excel does not listen, a cell is being typed in
FAILED = -2147352567  # DISP_E_EXCEPTION: what went wrong stands in the exception's own words
EXCEL_ERROR = -2146827284  # run-time error 1004
UNKNOWN_NAME = -2147352570  # DISP_E_UNKNOWNNAME
RESERVED = frozenset({"type", "range", "format", "input"})  # take an underscore as parameters

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class ComError(Exception):
    """The stand-in for pywintypes.com_error."""

    def __init__(
        self, hresult: int, text: str, details: object = None, argument: object = None
    ) -> None:
        super().__init__(hresult, text, details, argument)
        self.hresult = hresult
        self.strerror = text
        self.excepinfo = details
        self.argerror = argument


class Calls:
    """How often each member was fetched, set or called: the round trips that Excel would see."""

    def __init__(self) -> None:
        self.by_member: Counter[str] = Counter()
        self._rejected = 0

    @property
    def total(self) -> int:
        """The number of all calls."""
        return self.by_member.total()

    def reset(self) -> None:
        """Start counting anew."""
        self.by_member.clear()

    def reject(self, times: int) -> None:
        """Let the next calls fail as they do while a cell is being typed in."""
        self._rejected = times

    def count(self, owner: object, member: str) -> None:
        """Note one call.

        Raises:
            ComError: Excel is busy.
        """
        self.by_member[f"{type(owner).__name__}.{member}"] += 1
        if self._rejected:
            self._rejected -= 1
            raise ComError(BUSY, "Call was rejected by callee.")


CALLS = Calls()


def excel_error(text: str) -> ComError:
    """Return run-time error 1004 with these words."""
    details = (0, "Microsoft Excel", text, None, 0, EXCEL_ERROR)
    return ComError(FAILED, "Exception occurred.", details)


class _Unknown:
    """Answers xlwings when it asks whether a member really does not exist."""

    def GetIDsOfNames(self, _locale: int, name: str) -> int:  # noqa: N802
        raise ComError(UNKNOWN_NAME, f"Unknown name: {name}")


class CDispatch:
    """An object of Excel's.

    Excel's name `ShowAllData` leads to the member `show_all_data` of the class and is counted;
    our own names lead there uncounted. What the class does not have, Excel may have, but
    nothing here emulates it: that is an AttributeError, as for a misspelt name.
    """

    _oleobj_ = _Unknown()

    def __getattr__(self, name: str) -> Any:
        member = self._member(name)
        CALLS.count(self, name)
        value = _guarded(getattr, self, member)
        return MethodType(_Called(member), self) if isinstance(value, MethodType) else value

    def __setattr__(self, name: str, value: object) -> None:
        if not name[:1].isupper():
            object.__setattr__(self, name, value)
            return
        member = self._member(name)
        CALLS.count(self, f"{name}=")
        _guarded(object.__setattr__, self, member, _inner(value))

    def __call__(self, *arguments: object, **named: object) -> Any:
        CALLS.count(self, "Item")
        return _Called("item")(self, *arguments, **named)

    def __iter__(self) -> Iterator[Any]:
        for each in _Called("members")(self):
            CALLS.count(self, "Next")
            yield each

    def _member(self, name: str) -> str:
        member = _WORD.sub("_", name).lower()
        if not name[:1].isupper() or not hasattr(type(self), member):
            raise AttributeError(f"{type(self).__name__}.{name}")
        return member


class _Called:
    """A method, called with Excel's names for its arguments."""

    def __init__(self, member: str) -> None:
        self.member = member

    def __call__(self, owner: CDispatch, *arguments: object, **named: object) -> Any:
        given = [_inner(each) for each in arguments]
        ours = {_parameter(name): _inner(value) for name, value in named.items()}
        return _guarded(getattr(owner, self.member), *given, **ours)


def _parameter(name: str) -> str:
    ours = _WORD.sub("_", name).lower()
    return f"{ours}_" if ours in RESERVED else ours


def _inner(value: object) -> Any:
    """Return what xlwings has wrapped to try again while Excel is busy."""
    return vars(value)["_inner"] if _wraps(value) else value


def _wraps(value: object) -> bool:
    return type(value).__name__ == "COMRetryObjectWrapper"


def _guarded(call: Any, *arguments: Any, **named: Any) -> Any:
    """Call; what LibreOffice refuses fails as it does in Excel.

    xlwings takes an AttributeError for a busy Excel and tries for ever: a mistake of ours must
    not look like one.
    """
    try:
        return call(*arguments, **named)
    except UnoError as error:
        raise excel_error(str(error)) from error
    except AttributeError as error:
        raise RuntimeError(f"The emulation of Excel is broken: {error}") from error


class Collection(CDispatch):
    """Objects of Excel's that are found by their names or at their places, counted from 1."""

    def members(self) -> Sequence[Any]:
        """Return the objects in the order of their places."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.members())

    def item(self, key: Any) -> Any:
        """Return the object of this name, or at this place.

        Raises:
            ComError: there is none.
        """
        members = self.members()
        if isinstance(key, str):
            members = [each for each in members if each.name.lower() == key.lower()]
            key = 1
        if not 0 < int(key) <= len(members):
            raise excel_error("Subscript out of range")
        return members[int(key) - 1]
