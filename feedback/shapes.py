"""What the visitor site sends, down to the last letter: everything else is refused."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from cms.intake import CONTROL
from cms.publishing.shapes import Shape


class Sent(Shape):
    """A reader's answer as it came in. `page` is the page's id."""

    model_config = ConfigDict(strict=True)

    page: Annotated[int, Field(ge=1, lt=2**31)]
    answer: Literal["yes", "no"]
    text: Annotated[str, Field(max_length=1000)]

    @model_validator(mode="after")
    def is_text(self) -> Self:
        """Words, if there are any."""
        if CONTROL.search(self.text):
            raise ValueError("control characters")
        return self
