"""From loose, broken or rotted requirements to exact versions that install and run: uv is asked, never imitated."""
