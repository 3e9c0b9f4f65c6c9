"""Looks the installed packages up among the known vulnerabilities, where the advisories can be had.

Without a network, or behind a mirror that has no advisories, nothing can be said: that is told
and is no failure, for it says nothing about the packages. What is found is one.
"""

import json
import subprocess
import sys
from typing import Any

# Vulnerabilities that do not touch how a package is used here: its id and the reason.
ACCEPTED: dict[str, str] = {}
COMMAND = (sys.executable, "-m", "pip_audit", "--format=json", "--progress-spinner=off")
PATIENCE = 60  # seconds


def main() -> int:
    """Return 1 where a package has a vulnerability that is not accepted."""
    found = looked_up()
    looked_at = [each for each in found if "skip_reason" not in each and each["name"] != "houqin"]
    if not looked_at:
        say("NOT AUDITED: no advisory database can be reached from here.")
        return 0
    bad = [(each, hole) for each in looked_at for hole in each["vulns"] if not is_accepted(hole)]
    for each, hole in bad:
        say(f"{each['name']} {each['version']}: {hole['id']}, mended in {hole['fix_versions']}")
    say(f"{len(looked_at)} of {len(found)} packages audited, {len(bad)} vulnerabilities.")
    return int(bool(bad))


def looked_up() -> list[dict[str, Any]]:
    """Return what pip-audit says of each package; nothing where it cannot reach its database."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            COMMAND, check=False, capture_output=True, text=True, timeout=PATIENCE
        )
        packages: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, subprocess.TimeoutExpired) as error:
        say(f"pip-audit gave no answer ({type(error).__name__}).")
        return []
    return packages


def is_accepted(hole: dict[str, Any]) -> bool:
    """Tell whether a vulnerability, under any of its names, is one of ours to accept."""
    return not ACCEPTED.keys().isdisjoint({hole["id"], *hole["aliases"]})


def say(text: str) -> None:
    """Tell the reader of the log."""
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
