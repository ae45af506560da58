"""Draws the pictures of the demo site; run as `python -m home.demo.drawing`."""
