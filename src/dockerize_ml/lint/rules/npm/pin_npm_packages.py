"""npm installs packages without a version.

Why:
    Without a version each build installs the newest release. One day that is one your code does not work with, and no
    change in your files says why.

Before:
    FROM node:22-slim
    RUN npm install --global typescript

After:
    FROM node:22-slim
    RUN npm install --global typescript@5.6.3

Differs:
    `npm i`, `npm add` and npm's other words for `install` are looked at too. The value of any flag that takes one
    is no package, nor is `true` in `--unsafe-perm true`. `file:../lib`, any address with `#` and local archives are
    fixed. `.` is a folder.
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import calls, manager
from dockerize_ml.lint.rules._pins import unpinned

_NPM = manager(
    "npm",
    valued="""
        --registry --loglevel --prefix -C --cache --userconfig --globalconfig --omit --include --only --also --tag
        -w --workspace --save-prefix --fetch-retries --fetch-retry-factor --fetch-retry-mintimeout
        --fetch-retry-maxtimeout --fetch-timeout --maxsockets --proxy --https-proxy --noproxy --cafile --ca --cert --key
        --node-options --script-shell --os --cpu --libc --install-strategy --target --target_arch --arch --platform
        --jobs -j --before --scope --user --umask --otp --depth --python --audit-level --location --min-release-age
    """,
)
_INSTALL = ("install", "i", "in", "ins", "inst", "insta", "instal", "isnt", "isnta", "isntal", "isntall", "add")
# npm gives a switch the word behind it where that is one of these.
_SWITCHED = frozenset({"true", "false", "null"})
_GIT = re.compile(r"git(?:\+\w+)?://")
_LOCAL = re.compile(r"(?:\.{0,2}|~)/|\.{1,2}$|file:|.*\.(?:tar|tgz|tar\.gz)$")


@rule("DL3016", Level.WARNING, on="RUN", words=("npm",), onbuild=True)
def pin_npm_packages(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for call in calls(instruction, context, _NPM, *_INSTALL):
        packages = (word for word in call.operands if word.value not in _SWITCHED)
        yield from unpinned((word for word in packages if not _is_pinned(word)), "{}@1.2.3")


def _is_pinned(word: ShellWord) -> bool:
    """Whether it names a version, a commit or something local."""
    package = word.value
    if "#" in package or _LOCAL.match(package):
        return True
    if _GIT.match(package):
        return False
    scope, _, name = package.rpartition("/")
    return "@" in (name if scope.startswith("@") else package)
