"""Mending a project whose image does not build, start or answer: what its log tells is looked up, changed, tried again.

A round finds the trouble, makes one change to the settings, renders and locks anew, builds and starts. The change stays
if the program got further than before; otherwise everything is as it was.
"""
