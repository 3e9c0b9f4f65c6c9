"""`python -m houqin` is the command line."""

from houqin.cli import main

main()
