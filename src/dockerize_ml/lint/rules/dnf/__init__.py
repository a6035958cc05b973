"""Rules about dnf and microdnf."""
