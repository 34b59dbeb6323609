"""Errors whose message is a sentence for the user."""


class ClearsliceError(Exception):
    """Something the user can understand and act on.

    The message is one complete sentence: what is wrong and what to do. It never
    contains patient data, because it is shown, logged and copied into reports.
    """


class Cancelled(ClearsliceError):
    """The work was stopped on request; not a failure."""

    def __init__(self) -> None:
        super().__init__("Stopped.")
