"""The admin of articles: lists, forms, panels, approval, copying, unpublishing."""
