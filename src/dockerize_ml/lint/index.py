"""The cards of all rules, so that a run imports only the rules that its files can hit.

Written by ``python -m dockerize_ml.lint.docs``; a test says when it is stale. A rule without a card still works.
"""

from dockerize_ml.lint.rule import Rule

CARDS: tuple[Rule, ...] = ()
