"""Mechanisms that the frameworks' finders share: objects made by constructors, calls that start them, routes, ports."""
