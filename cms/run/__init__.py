"""`make run`: everything on a developer's machine, and what it stands on. Production uses none of it."""
