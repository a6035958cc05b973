"""What counts as a blank in a Dockerfile.

BuildKit is written in Go, whose idea of white space is not Python's: ``str.strip()`` would take U+001C away as well.
"""

SPACES = (
    "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""Trimmed from lines and arguments, and what separates the pairs of ENV, LABEL and ARG."""

SEPARATORS = "\t\v\f\r "
"""What separates the keyword from its arguments, and the arguments that are split without regard to quotes."""

ASCII_SPACES = "\t\n\v\f\r "
"""What separates flags, and the kind of a HEALTHCHECK from its command."""
