"""Tests: a throw-away database (tests/conftest.py starts it), quick password hashing, nothing kept."""

import os
import tempfile
from pathlib import Path

from cms.run.database_place import DatabasePlace
from cms.settings.base import *  # noqa: F403
from cms.settings.base import environment
from cms.settings.environment import database_from_url

DEBUG = False
SECRET_KEY = "tests only"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
SITE_URL = "http://localhost:3000"
WAGTAILADMIN_BASE_URL = "http://localhost:8000"

TEST_FOLDER = Path(tempfile.gettempdir()) / f"pressrum-test-{os.getpid()}"
DATABASE_URL = environment.get("DATABASE_URL") or DatabasePlace(TEST_FOLDER).url()
# Threads of a live server take their own connections, and dropping the test database needs them gone: no pool.
DATABASES = {"default": database_from_url(DATABASE_URL, pool_size=0)}
MEDIA_ROOT = TEST_FOLDER / "media"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True  # no collected static files in tests
# Wagtail's own search and reference indexes serve the admin alone, and updating them is a quarter of a test's time.
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
