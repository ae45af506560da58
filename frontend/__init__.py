"""The visitor site: a program of its own that knows only the address of the delivery API."""
