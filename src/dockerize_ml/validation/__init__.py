"""This folder's Dockerfile held against this project, one check per module; nothing is built."""
