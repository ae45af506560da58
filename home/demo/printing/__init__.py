"""Prints the PDFs of the demo site; run as `python -m home.demo.printing`."""
