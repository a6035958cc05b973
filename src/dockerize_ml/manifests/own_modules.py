"""Tell a project's own modules from those that must be installed."""

from collections import defaultdict
from collections.abc import Iterator

from dockerize_ml.knowledge.examples import examples_among
from dockerize_ml.manifests.added_folders import added_folders
from dockerize_ml.project.project import Project


class OwnModules:
    """Which imports a project answers itself.

    An installed package wins over a folder without ``__init__.py``, and a module inside a package is not found by its
    bare name; so ``services/redis.py`` does not make ``import redis`` the project's own, unless somebody puts
    ``services`` on the path.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._added = added_folders(project)
        self._inside: dict[str, set[str]] = defaultdict(set)
        # What an example stands in for is the project's own, too.
        for path in (*project.python_files, *(each for each in examples_among(project.files) if each.endswith(".py"))):
            folder, _, name = path.rpartition("/")
            self._inside[folder].add(name.removesuffix(".py"))

    def has(self, module: str, importer: str) -> bool:
        """Whether ``import module`` in the file ``importer`` finds one of the project's files."""
        top, _, rest = module.partition(".")
        return any(self._is_in(folder, top, rest.partition(".")[0], importer) for folder in self._searched(importer))

    def _searched(self, importer: str) -> Iterator[str]:
        """The folders that may be on the path: the root, ``src``, and those around the file that are no packages."""
        yield from ("", "src", *self._added)
        folder = importer.rpartition("/")[0]
        while folder:
            if "__init__" not in self._inside.get(folder, ()):
                yield folder
            folder = folder.rpartition("/")[0]
        if "sys.path" in self._text(importer):
            yield from (one for one, names in self._inside.items() if "__init__" not in names)

    def _is_in(self, folder: str, top: str, below: str, importer: str) -> bool:
        prefix = f"{folder}/" if folder else ""
        if top in self._inside.get(folder, ()) and f"{prefix}{top}.py" != importer:
            return True
        inside = self._inside.get(prefix + top, set())
        return (
            "__init__" in inside
            or below in inside
            or (bool(below) and f"{prefix}{top}/{below}" in self._project.folders)
        )

    def _text(self, path: str) -> str:
        notebook = self._project.notebook(path) if path.endswith(".ipynb") else None
        return notebook.source if notebook else self._project.text(path)
