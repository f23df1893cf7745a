"""Why a file is no document: the one exception of this room, which the stage turns into a reject."""

from __future__ import annotations


class UnreadableError(Exception):
    """A file that is left out: `reason` is a short code, the message says what was found."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


# What parsers raise on a hostile or broken file; RecursionError by deep nesting, MemoryError by absurd sizes.
PARSER_FAULTS = (ValueError, KeyError, TypeError, IndexError, AttributeError, ArithmeticError, OSError, RecursionError)
