"""The ledgers of the duty, each in the module of its key."""

from houqin.areas.duty.rows.leave import Leave
from houqin.areas.duty.rows.posts import PostRow
from houqin.areas.duty.rows.roster import Duty
from houqin.areas.duty.rows.visitors import Visit
from houqin.rows import SheetRow

__all__ = ["MODELS", "Duty", "Leave", "PostRow", "Visit"]

MODELS: tuple[type[SheetRow], ...] = (PostRow, Duty, Leave, Visit)
