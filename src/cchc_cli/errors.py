"""Faults of use: one root error, one subclass for each exit code.

An error carries a message code and the values for its sentence; the sentence itself stands in
``views.wording``, the only room that speaks to the user. Faults *inside a user's file* are not
exceptions but values (``plan.faults.Fault``), collected and shown together.
"""

from typing import ClassVar

OK = 0
OVERDUE = 10
AUDIT = 11
REFUSED = 13
INTERRUPTED = 130


class CchcError(Exception):
    """Root of every error that ends a command with a sentence and an exit code.

    Attributes:
        code: key of the sentence in ``views.wording.ERRORS``.
        values: what the sentence's placeholders stand for.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class UsageFault(CchcError):
    """The command line asks for something that cannot be understood."""

    exit_code = 2


class BadPlan(CchcError):
    """A plan, registry or calendar file has faults."""

    exit_code = 3


class NotFound(CchcError):
    """Nothing answers to the name, number or period that was given."""

    exit_code = 4


class Ambiguous(CchcError):
    """A name answers to several things, none of which may be guessed."""

    exit_code = 5


class TemplateFault(CchcError):
    """A report template is missing, broken or names something unknown."""

    exit_code = 6


class OutputFault(CchcError):
    """The result could not be written; nothing was left half-written."""

    exit_code = 7


class LedgerFault(CchcError):
    """The ledger is missing, cannot be opened or cannot be written; nothing was changed."""

    exit_code = 8


class Repeated(CchcError):
    """What is to be recorded stands in the ledger already."""

    exit_code = 9


class BadDocument(CchcError):
    """A document that a plan is to be read from cannot be read, or is refused."""

    exit_code = 12
