"""The public addresses of files."""

from django.urls import path, re_path

from .views import nothing, serve

app_name = "media"
urlpatterns = [
    path("<str:digest>/<str:name>", serve, name="file"),
    re_path("", nothing),
]
