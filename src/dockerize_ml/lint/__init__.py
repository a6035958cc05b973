"""Findings on any Dockerfile; judges a stranger's as fairly as ours."""

from dockerize_ml.lint.finding import Edit, Finding, Fix, Level
from dockerize_ml.lint.runner import lint
from dockerize_ml.lint.settings import Settings
from dockerize_ml.lint.source import Source

__all__ = ["Edit", "Finding", "Fix", "Level", "Settings", "Source", "lint"]
