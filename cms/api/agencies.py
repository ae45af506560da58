"""``agencies/``: every agency that the newsroom names, the same in every language."""

from .things import Things


class Agencies(Things):
    """An agency's document holds its names in all languages."""

    source = "agency"
    noun = "agency"
