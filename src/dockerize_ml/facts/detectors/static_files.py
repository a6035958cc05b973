"""The static files of a Django site that nothing but ``runserver`` gives out."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dockerize_ml.facts.model import Evidence
    from dockerize_ml.facts.survey import Survey

APP = "django.contrib.staticfiles"
_ADMIN = "django.contrib.admin"
# In the site's own code: what gives them out, or has them kept elsewhere.
_GIVEN_OUT = re.compile(
    r"whitenoise|servestatic|dj_static|staticfiles_urlpatterns|static\(\s*(?:settings\.)?STATIC_URL|views\.static"
    r"|StaticFilesHandler|storages\.backends|django_(?:on_)?heroku"
)
_IN_FRONT = re.compile(r"(?:^|[/._-])(?:nginx|apache2?|httpd|caddyfile|lighttpd|traefik)(?:$|[/._-])", re.IGNORECASE)
_FOLDER = re.compile(r"(?:^|/)static/")
_ELSEWHERE = ("http:", "https:", "//")


def given_out_by_nobody(survey: Survey, settings: Mapping[str, tuple[ast.expr, Evidence]]) -> Evidence | None:
    """Where STATIC_URL is set, of files that only ``runserver`` gives out; None where there are none.

    Args:
        survey: the project.
        settings: the values that the settings assign, and where.
    """
    match settings.get("STATIC_URL"):
        case (ast.Constant(value=str() as address), evidence) if not address.startswith(_ELSEWHERE):
            pass
        case _:
            return None
    texts = [survey.source.text(path) for path in survey.program_files]
    if not any(APP in text for text in texts) or any(_GIVEN_OUT.search(text) for text in texts):
        return None
    files = survey.project.files
    # Whoever writes settings for gunicorn serves with it already.
    if any(_IN_FRONT.search(path) or path.endswith("gunicorn.conf.py") for path in files):
        return None
    has_some = any(_ADMIN in text for text in texts) or any(_FOLDER.search(path) for path in files)
    return evidence if has_some else None
