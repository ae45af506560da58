"""What the visitor site sends, down to the last letter: everything else is refused."""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from cms.intake import CONTROL
from cms.publishing.shapes import Shape

EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class Sent(Shape):
    """A request as it came in. An address is there when the answer needs it, and not otherwise."""

    model_config = ConfigDict(strict=True)

    text: Annotated[str, Field(min_length=1, max_length=5000)]
    delivery: Literal["email", "post", "on_site"]
    email: Annotated[str, Field(max_length=254)]
    address: Annotated[str, Field(max_length=500)]
    contact: Annotated[str, Field(max_length=200)]

    @model_validator(mode="after")
    def can_be_answered(self) -> Self:
        """Words to go by, and the one address that the way of receiving it needs."""
        said = (self.text, self.email, self.address, self.contact)
        if not self.text.strip() or any(CONTROL.search(each) for each in said):
            raise ValueError("no text, or control characters in it")
        if bool(self.email) != (self.delivery == "email") or bool(self.address) != (self.delivery == "post"):
            raise ValueError("an address that is missing, or not needed")
        if self.email and not EMAIL.fullmatch(self.email):
            raise ValueError("no e-mail address")
        return self
