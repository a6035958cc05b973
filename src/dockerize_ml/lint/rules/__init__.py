"""The rules: one per module, in a folder for its family.

How a rule is written
---------------------

A rule is a module named for what it asks (``pin_base_image.py``; ``no_root_user.py`` if it forbids). It holds its page
as the module's docstring, and one public function of the module's own name under ``@rule``. Nothing is registered
anywhere: the module is found by walking this package. ``pip/no_pip_cache.py`` in short, the three
quotes around its page left out::

    pip's cache stays in the layer.                         <- one sentence, what is wrong

    Why:
        pip keeps what it downloads so that …               <- what it costs the user

    Settings:
        [lint]                                              <- only for a rule that does nothing without settings
        trusted-registries = ["ghcr.io"]

    Dockerignore:                                           <- only for a rule that reads the `.dockerignore`
        *.log

    Project:                                                <- only for a rule on="project": the files beside it
        ==> run.sh <==
        #!/bin/sh

    Before:
        FROM python:3.12-slim                               <- executed: must hit
        RUN pip install flask==3.0.3

    After:
        FROM python:3.12-slim                               <- executed: must not hit, and hit nothing new
        RUN pip install --no-cache-dir flask==3.0.3

    Differs:
        A cache mount on `/root/.cache` …                   <- only where hadolint or BuildKit do otherwise, and why

    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Instruction
    from dockerize_ml.lint.context import Context
    from dockerize_ml.lint.finding import Hit, Level
    from dockerize_ml.lint.rule import rule


    @rule("DL3042", Level.WARNING, on="RUN", words=("pip",), onbuild=True)
    def no_pip_cache(instruction: Instruction, context: Context) -> Iterator[Hit]:
        for command in context.commands(instruction, "pip", "pip3"):
            if command.has_argument("install") and not command.has_flag("no-cache-dir"):
                yield Hit(command.span, "pip's cache stays in this layer. Add `--no-cache-dir`.")

* ``on``: keywords (``"RUN"`` or ``("CMD", "ENTRYPOINT")``) for ``f(instruction, context)``; ``"stage"`` for
  ``f(stage, context)``; ``"file"`` for ``f(context)``; ``"end"`` for ``f(context)`` when the others are done;
  ``"project"`` for ``f(context)`` where ``context.project`` is the build context, which is never guessed.
* ``onbuild=True``: also ask about the instruction inside ONBUILD, which is given like any other.
* ``words``: the file must hold one of them (exact case) for the rule to be loaded at all. Give them wherever you can:
  a file without ``apk`` then never imports a rule about apk.
* ``aliases``: the name of the BuildKit check about the same mistake; ``check=skip=`` then silences the rule. Where the
  check sees it a little otherwise, the DL rule has ``presets=("recommended", "hadolint")``, and a rule of its own
  (``BK…``) has the alias too and ``presets=("buildkit",)``, so that nobody reads the same twice. An experimental check
  has ``presets=()``: it is on where a file asks for it.
* ``needs``: the field of ``Settings`` without which the rule has nothing to say; its page then has ``Settings:``.
* ``opt_in=True``: off until selected by code. ``presets=``: only to overrule what ``lint/presets.py`` concludes.
* What to ask: ``lint/context.py`` (stages, shell, user, ENV, mounts, images, commands) and
  ``dockerfile/shell/nodes.py`` (what a command knows of its flags and arguments). Ask ``context`` for anything about
  the file as a whole: it works each thing out once. Never walk all instructions from a rule that is asked about each.
* ``Hit``: the narrowest span that shows the mistake (the word, else the command, else ``instruction.extent``), and a
  message: what is wrong, what to do, backticks around what one types. ``Fix(title, safe, edits)`` where the text can be
  mended; ``safe`` only where the image stays the same or the old text could not work. ``level`` for a milder case.
* What several rules of a family share is a private module named for its idea: ``pip/_installs.py``.
* No ``from __future__ import annotations`` in rules: annotations count as used at run time, which keeps imports plain.

Its test is ``tests/lint/rules/<family>/test_<module>.py`` and holds nothing but the tables ``CATCHES``, ``STAYS_QUIET``
(the longer one) and, for a rule that mends, ``FIXES``. Each row is keyed by its reason. ``⟦…⟧`` marks the characters to
be underlined. A row without FROM stands below a plain one. ``SETTINGS = Settings(…)`` and ``DOCKERIGNORE = "…"``, the
text of a `.dockerignore`, apply to all rows, and so does ``PROJECT``, the texts by their paths that a rule with
``on="project"`` looks into. See ``tests/lint/rules/conftest.py``.

After adding a rule: ``python -m dockerize_ml.lint.docs`` writes ``cards.tsv`` and the pages under ``docs/`` anew.
"""
