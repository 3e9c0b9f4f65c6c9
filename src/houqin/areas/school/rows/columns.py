"""What the columns of several ledgers of the school share."""

CAMPUS_ALIASES = ("所在校区", "校区名称", "校区/本部")
