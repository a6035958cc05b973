"""Whether a requirement is asked for on Linux."""

import pytest

from dockerize_ml.manifests.markers import applies
from dockerize_ml.manifests.requirement import Requirement
from dockerize_ml.project.place import Place

HOLDS = {
    "": True,
    "sys_platform == 'linux'": True,
    "sys_platform == 'win32'": False,
    'platform_system != "Windows"': True,
    "python_version < '3.12'": False,
    "python_version >= '3.8' and os_name == 'posix'": True,
    "platform_machine == 'aarch64'": False,
    "extra == 'dev'": False,
    "nobody can read this": True,
    "(" * 5000: True,
}


@pytest.mark.parametrize(("marker", "holds"), HOLDS.items())
def test_applies(marker: str, holds: bool) -> None:  # noqa: FBT001 - a column of the table
    requirement = Requirement("a", "", Place("requirements.txt", 1), marker=marker)
    assert applies(requirement, python="3.12") is holds
