"""ShellCheck on the shell text of Dockerfiles: many scripts of many files in few calls, answers kept on disk.

``shell_script`` makes what is to be checked out of an instruction, ``check`` asks ShellCheck or the cache, ``hit`` puts
a remark at its place in the file.
"""

from dockerize_ml.lint.shellcheck.binary import find_shellcheck
from dockerize_ml.lint.shellcheck.cache_file import default_cache
from dockerize_ml.lint.shellcheck.check import check
from dockerize_ml.lint.shellcheck.files import check_files
from dockerize_ml.lint.shellcheck.remark import Remark, hit
from dockerize_ml.lint.shellcheck.script import ShellScript, shell_script

__all__ = ["Remark", "ShellScript", "check", "check_files", "default_cache", "find_shellcheck", "hit", "shell_script"]
