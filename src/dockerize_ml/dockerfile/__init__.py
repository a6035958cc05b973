"""The Dockerfile language: a lossless parser that agrees with BuildKit. Knows no rules and nothing else of ours."""
