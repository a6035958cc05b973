"""Settings: ``[tool.dockerize-ml]`` in pyproject.toml, or dockerize-ml.toml, as one frozen value.

The caller reads the files; nothing here touches the disk. The table ``lint`` is the linter's own and passed over here.
"""

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, get_args

from packaging.requirements import InvalidRequirement, Requirement
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from dockerize_ml.errors import ConfigError

FILE = "dockerize-ml.toml"
TABLE = "[tool.dockerize-ml]"

Installer = Literal["uv", "pip"]
Cache = Literal["none", "mount"]
Comments = Literal["full", "brief", "none"]
Language = Literal["en", "es"]
Weights = Literal["run", "needed", "build"]
Localhost = Literal["open", "keep"]
TorchIndex = Literal["own", "general"]
Platform = Literal["linux/amd64", "linux/arm64"]
DebianRelease = Literal["bookworm", "trixie"]
Needless = Annotated[str, Field(pattern=r"^[\w.*-]+(/[\w.*-]+)*$")]
InImage = Annotated[str, Field(pattern=r"^(/[\w.@+-]+)+$")]
AptName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9+.-]+$")]


def _requirement(text: str) -> str:
    try:
        Requirement(text)
    except (InvalidRequirement, RecursionError) as error:
        raise ValueError("a requirement looks like `openai<1`") from error
    return text


def _platforms(said: object) -> object:
    """Names in any order, once each; Docker takes several with commas between them, too."""
    if not isinstance(said, list | tuple) or not all(isinstance(one, str) for one in said):
        return said
    return tuple(sorted({name for one in said for name in one.split(",")}))


class Settings(BaseModel):
    """What the user decided; None or empty leaves the decision to what was found in the project.

    Attributes:
        service: which program to take where the folder has several: its entrypoint or its file.
        framework, kind, entrypoint, workdir, port, health_path, python: set the fact of that name.
        gpu: true for an image that uses an NVIDIA GPU, false for one that does not, whatever the code says.
        installer: what installs the dependencies in the build stage.
        cache: ``mount`` keeps the installer's downloads in a BuildKit cache mount between builds.
        debian: the Debian release of the base image.
        apt_packages: Debian packages to add to the final stage.
        build_packages: Debian packages to add to the build stage: compilers and headers.
        folders: folders of the image to make that the program may write to.
        requirements: what to install besides the project's own requirements, or instead of their version of it.
        env: variables to set in the image; no secrets, they stay readable in it.
        labels: labels of the image, besides the standard ones that the project's own metadata gives.
        comments: how much the generated files explain.
        lang: the language that they explain it in.
        pin: write base images with the digest that their tag has today.
        weights: what is fetched when the image is built: all that the code downloads, what it cannot start without and
            does not download itself, or nothing.
        drop: what of the installed packages to leave out, names or paths with ``*``; None for what no program needs.
        port_variable: the variable in which a platform tells the port; empty where nobody does.
        localhost: ``open`` gives the program every interface where it asks for localhost, ``keep`` does not; None does
            where its own code listens there.
        torch_index: where PyTorch comes from if nothing asks for a GPU: its ``own`` index, whose builds have no CUDA,
            or the ``general`` one; None is its own as long as that answers whoever asks for versions.
        workers: server processes; each holds its own copy of the model.
        timeout: seconds that a request, or loading the model, may take before the server restarts a worker.
        as_of: the day whose versions loose requirements mean: ``auto``, ``now`` or ``2021-05-03``.
        platforms: the machines that versions are locked for.
        templates: a folder of the project whose templates replace ours, block by block.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=lambda name: name.replace("_", "-"))

    service: str | None = None
    framework: str | None = None
    kind: Literal["web", "worker", "job", "notebook", "library"] | None = None
    entrypoint: str | None = None
    workdir: str | None = None
    port: int | None = Field(default=None, ge=1, le=65535)
    health_path: str | None = Field(default=None, pattern=r"^/")
    python: str | None = Field(default=None, pattern=r"^3\.\d{1,2}$")
    gpu: bool | None = None
    installer: Installer = "uv"
    cache: Cache = "none"
    debian: DebianRelease = "bookworm"
    apt_packages: tuple[AptName, ...] = ()
    build_packages: tuple[AptName, ...] = ()
    folders: tuple[InImage, ...] = ()
    requirements: tuple[Annotated[str, AfterValidator(_requirement)], ...] = ()
    env: dict[str, str] = {}
    labels: dict[str, str] = {}
    comments: Comments = "full"
    lang: Language = "en"
    pin: bool = False
    weights: Weights = "needed"
    drop: tuple[Needless, ...] | None = None
    port_variable: str | None = Field(default=None, pattern=r"^[A-Za-z_][A-Za-z0-9_]*$|^$")
    localhost: Localhost | None = None
    torch_index: TorchIndex | None = None
    workers: int = Field(default=1, ge=1, le=64)
    timeout: int = Field(default=120, ge=1)
    platforms: Annotated[tuple[Platform, ...], BeforeValidator(_platforms), Field(min_length=1)] = ("linux/amd64",)
    templates: str | None = None
    as_of: str | None = Field(default=None, pattern=r"^(?:auto|now|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$")

    def facts(self) -> dict[str, str | int | None]:
        """The facts that the user set, by name; they win over what is found. None says that there is none."""
        names = ("framework", "kind", "entrypoint", "workdir", "port", "health_path", "python")
        said = {name: value for name in names if (value := getattr(self, name)) is not None}
        if self.as_of not in {None, "auto"}:
            said["as_of"] = None if self.as_of == "now" else self.as_of
        return said if self.gpu is None else {**said, "accelerator": "cuda" if self.gpu else "cpu"}

    def with_flags(self, flags: Mapping[str, object]) -> "Settings":
        """The same settings with what the command line said on top; flags that are None say nothing.

        Raises:
            ConfigError: a flag has a value that the setting cannot take.
        """
        said = {name.replace("_", "-"): value for name, value in flags.items() if value is not None}
        return _validated({**self.model_dump(by_alias=True), **said}, path=None)


def settings_from(text: str, path: str) -> Settings:
    """The settings in a TOML text.

    Args:
        text: what stands in pyproject.toml or dockerize-ml.toml.
        path: the file's name, which decides where in it the settings are looked for, and for messages.

    Raises:
        ConfigError: the text is no TOML, or a setting is unknown or has the wrong shape.
    """
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(
            path=path, reason=f"not valid TOML: {error}", hint="Mend the file, then run again."
        ) from error
    table = document if path.endswith(FILE) else document.get("tool", {}).get("dockerize-ml", {})
    if not isinstance(table, dict):
        raise ConfigError(path=path, reason=f"{TABLE} is not a table", hint=f"Write {TABLE} with settings below it.")
    return _validated({name: value for name, value in table.items() if name != "lint"}, path)


def said_in_words(texts: Iterable[str]) -> dict[str, object]:
    """Settings from ``NAME=VALUE``; the value is TOML (``2``, ``true``, ``["git"]``), or a text as it is.

    Raises:
        ConfigError: one of them has no ``=``.
    """
    said: dict[str, object] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise ConfigError(reason=f"`--set {text}` has no value", hint="Write `--set NAME=VALUE`.")
        try:
            said[name.strip()] = tomllib.loads(f"value = {value}")["value"]
        except (tomllib.TOMLDecodeError, RecursionError):
            said[name.strip()] = value
    return said


def _validated(table: Mapping[str, object], path: str | None) -> Settings:
    try:
        return Settings.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise ConfigError(path=path, reason=_reason(name, first), hint=_hint(name, first["type"])) from error


def _reason(name: str, problem: Mapping[str, object]) -> str:
    if problem["type"] == "extra_forbidden":
        return f"unknown setting `{name}`"
    return f"setting `{name}`: {str(problem['msg']).lower()}, not {problem['input']!r}"


def _hint(name: str, kind: object) -> str:
    known = [field.alias or key for key, field in Settings.model_fields.items()]
    if kind != "extra_forbidden":
        field = Settings.model_fields[name.replace("-", "_")]
        choices = [choice for choice in get_args(field.annotation) if isinstance(choice, str)]
        return f"Use one of: {', '.join(choices)}." if choices else "See the README's table of settings."
    close = difflib.get_close_matches(name, known, n=1)
    return f"Did you mean `{close[0]}`?" if close else f"Known settings: {', '.join(sorted(known))}."
