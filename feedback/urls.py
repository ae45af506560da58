"""What the visitor site may hand in. Not under the public API, so that nothing passes it through."""

from django.urls import path

from .intake import receive

app_name = "feedback_intake"
urlpatterns = [path("feedback/", receive, name="feedback")]
