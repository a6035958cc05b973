"""Findings on any Dockerfile; judges a stranger's as fairly as ours."""
