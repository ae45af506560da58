"""The base of the published shapes: what the types of the contract have in common."""

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A published shape has exactly its fields: an unknown one is a mistake in a builder."""

    model_config = ConfigDict(extra="forbid", frozen=True)
