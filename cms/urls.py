"""Every address of the CMS host, which is private. The public's host is the visitor site's."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail.admin import urls as admin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as document_urls
from wagtail.urls import serve_pattern
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms import health
from cms.admin_files import serve_to_editor
from cms.api.http.problems import UNKNOWN, unknown_address
from cms.visitor_host import redirect_to_visitor_site

urlpatterns = [
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("admin/files/<path:path>", serve_to_editor),
    path(
        "admin/document-files/",
        include(decorate_urlpatterns(document_urls.urlpatterns, require_admin_access)),
    ),
    path("admin/", include(admin_urls)),
    path("api/v2/", include("cms.api.urls")),
    re_path("^api(?:/|$)", unknown_address, name=UNKNOWN),
    path("media/", include("cms.media.urls")),
    path("intake/", include("disclosure.urls")),
    path("intake/", include("feedback.urls")),
]

handler400 = "cms.error_views.bad_request"
handler404 = "cms.error_views.not_found"
handler500 = "cms.error_views.broken"

# Last: page.url is built from this name, and the pattern takes whatever is left.
urlpatterns += i18n_patterns(
    re_path(serve_pattern, redirect_to_visitor_site, name="wagtail_serve"),
    prefix_default_language=False,
)
