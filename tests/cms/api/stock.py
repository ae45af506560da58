"""The CMS's addresses and, beside them, Wagtail's own API v2 as it comes: for comparing, in tests only."""

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from cms.urls import handler400, handler404, handler500, urlpatterns

router = WagtailAPIRouter("stock")
router.register_endpoint("pages", PagesAPIViewSet)
router.register_endpoint("images", ImagesAPIViewSet)
router.register_endpoint("documents", DocumentsAPIViewSet)

urlpatterns = [path("stock/api/v2/", router.urls), *urlpatterns]
__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]
