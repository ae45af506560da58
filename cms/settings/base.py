"""What every environment shares. No secret and no address stands here."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from cms.media.file_types import LARGEST
from cms.settings.environment import Environment, database_from_url

BASE_DIR = Path(__file__).resolve().parent.parent.parent
environment = Environment()
VAR_DIR = Path(environment.get("VAR_DIR", str(BASE_DIR / "var"))).resolve()

INSTALLED_APPS = [
    "home",
    "articles",
    "agencies",
    "disclosure",
    "feedback",
    "cms.publishing",
    "cms.media",
    "cms.api",
    "cms.guide",
    "cms.setup",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.users",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.embeds",  # its rich text feature is off, but Wagtail's admin imports the app
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cms.api.http.door.door",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

POOL_SIZE = int(environment.get("DATABASE_POOL_SIZE", "8"))
DATABASES = {"default": database_from_url(environment.get("DATABASE_URL"), POOL_SIZE)}

LANGUAGE_CODE = "sv"
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("sv", _("Swedish")), ("en", _("English"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("sv", _("Swedish")), ("en", _("English"))]
# The project's own texts, and Swedish for what Wagtail's catalogue lacks.
LOCALE_PATHS = [BASE_DIR / "cms" / "locale", BASE_DIR / "cms" / "wagtail_locale"]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
SESSION_COOKIE_NAME = "pressrum_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12  # seconds: a working day, then log in again
CSRF_COOKIE_NAME = "pressrum_csrf"

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static-collected"
# Editors alone reach the files by name, under this address. What the public may fetch has an address with the
# content's hash, under /media/.
MEDIA_URL = "/admin/files/"
MEDIA_ROOT = VAR_DIR / "media"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long page's form has thousands

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],  # the delivery API knows no users
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "URL_FORMAT_OVERRIDE": None,  # ?format= is an unknown parameter as any other
    "UNAUTHENTICATED_USER": None,
}

SITE_URL = environment.get("SITE_URL")  # the visitor site, the only address that the public knows
WAGTAIL_SITE_NAME = environment.get("SITE_NAME", "Pressrum")
WAGTAILADMIN_BASE_URL = environment.get("ADMIN_URL")
WAGTAILADMIN_USER_LOGIN_FORM = "cms.login.LoginForm"
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.media.picture_forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_MODEL = "media.File"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.media.file_forms.FileForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = LARGEST
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # å, ä and ö become a, a and o in addresses
WAGTAILREDIRECTS_AUTO_CREATE = False  # the publisher keeps the history of addresses itself

# Nothing here may call an outside host.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
