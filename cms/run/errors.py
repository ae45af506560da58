"""The one error of `make run`: its message is a line that says what to do."""


class RunError(Exception):
    """Something that the developer must put right; shown as one line, without a trace."""
