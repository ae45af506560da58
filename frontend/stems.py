"""The name that a document type goes by in file names: the rule is shared with the CMS."""

import re


def stem(type_name: str) -> str:
    """`articles.PressReleasePage` is `press_release`: the class without Page, in snake case."""
    name = type_name.rsplit(".", 1)[-1].removesuffix("Page")
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
