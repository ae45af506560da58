#!/usr/bin/env python
"""Django's command line for the CMS."""

import gc
import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    # Starting makes half a million objects that stay. Python would go through them hundreds of times for circles to
    # clear away: a sixth of what a refresh took.
    gc.set_threshold(200_000, 10, 10)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.development")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"manage.py: {error}")
    finally:
        gc.freeze()  # nor at the end: half a second to free what the system takes back anyway
