"""How hard the tests try: quickly at every change, long before a release."""

import os

from hypothesis import settings

IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
LONGER = 20


def examples(number: int) -> settings:
    """Ask hypothesis for so many examples, and for many more where there is time."""
    return settings(max_examples=number * (LONGER if IS_LONG else 1), deadline=None)
