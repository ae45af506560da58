"""``topics/``: what the newsroom's stories are about, each language with its own."""

from .things import Things


class Topics(Things):
    """A topic's press releases are `pages/` with ``topic``."""

    source = "topic"
    noun = "topic"
