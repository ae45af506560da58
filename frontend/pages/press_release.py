"""A press release: its readers are asked whether it helped."""

from frontend.forms.feedback import load

__all__ = ["load"]
