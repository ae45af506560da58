"""The WSGI entry point of the CMS."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
application = get_wsgi_application()

# What the start has made stays for as long as the process: no request need wait while Python looks through it.
gc.collect()
gc.freeze()
