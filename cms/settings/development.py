"""A developer's machine: its own database on a socket, no secret worth keeping."""

import os

from cms.run.database_place import DatabasePlace
from cms.settings.base import *  # noqa: F403
from cms.settings.base import DATABASES, POOL_SIZE, VAR_DIR, environment
from cms.settings.environment import database_from_url

DEBUG = environment.get("DEBUG", "1") == "1"
SECRET_KEY = "development only: production gives its own"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

CMS_PORT = int(os.environ.get("CMS_PORT", "8000"))
SITE_PORT = int(os.environ.get("SITE_PORT", "3000"))
SITE_URL = f"http://localhost:{SITE_PORT}"
WAGTAILADMIN_BASE_URL = f"http://localhost:{CMS_PORT}"

if not environment.get("DATABASE_URL"):
    DATABASES["default"] = database_from_url(DatabasePlace(VAR_DIR).url(), POOL_SIZE)

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
