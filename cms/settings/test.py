"""Tests: quick password hashing, nothing kept; tests/conftest.py sets DATABASE_URL before this is read."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import VAR_DIR, environment
from cms.settings.environment import database_from_url

DEBUG = False
SECRET_KEY = "tests only"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
SITE_URL = "http://localhost:3000"
WAGTAILADMIN_BASE_URL = "http://localhost:8000"

# Threads of a live server take their own connections, and dropping the test database needs them gone: no pool.
DATABASES = {"default": database_from_url(environment.get("DATABASE_URL"), pool_size=0)}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = VAR_DIR / "test-media"
WHITENOISE_AUTOREFRESH = True  # no collected static files in tests
