"""How a finished letter leaves the office: as a draft that a person looks over and sends."""

from houqin.outgoing.doors import Door, Folder, MailProgram, Outlook, hand_over
from houqin.outgoing.letter import Letter, MailSettings
from houqin.outgoing.own_settings import mail_settings, own_settings_file
from houqin.outgoing.windows import DoorClosedError

__all__ = [
    "Door",
    "DoorClosedError",
    "Folder",
    "Letter",
    "MailProgram",
    "MailSettings",
    "Outlook",
    "hand_over",
    "mail_settings",
    "own_settings_file",
]
