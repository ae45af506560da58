"""``audiences/``: who a reader may be, each language with its own, in the editor's order."""

from .things import Things


class Audiences(Things):
    """The pages for an audience are `pages/` with ``audience``."""

    source = "audience"
    noun = "audience"
