"""The plan of an image: stages of steps, each with its reason. Says what is to be done, not how it is written.

Every kind of step has one template of its name in ``templates/steps/``; ``instructions`` is what that template writes,
so that the rendered text can be held against the plan before it is believed.
"""

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, SerializeAsAny


class Frozen(BaseModel):
    """A value that cannot be changed and prints as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Step(Frozen):
    """One idea of the Dockerfile. ``why`` is its comment, one line per entry, taken from evidence."""

    instructions: ClassVar[tuple[str, ...]] = ()

    why: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The name of the step's template."""
        return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in type(self).__name__)[1:]


class Start(Step):
    """Begin a stage from an image; ``name`` is the stage's own.

    ``unasked``: no health check is missing in it. ``ended``: its Python gets no fixes any more, and has to be that one.
    """

    instructions = ("FROM",)

    image: str
    name: str | None = None
    unasked: bool = False
    ended: bool = False


class Environment(Step):
    """Set variables; ``path`` is a folder to put before the others of PATH."""

    instructions = ("ENV",)

    variables: tuple[tuple[str, str], ...] = ()
    path: str | None = None


class Argument(Step):
    """Let whoever builds set a variable for the steps below it; it is in none of them otherwise."""

    instructions = ("ARG",)

    name: str


class Workdir(Step):
    """Go to a folder of the image, made where it is missing."""

    instructions = ("WORKDIR",)

    path: str


class SystemPackages(Step):
    """Install Debian packages and leave no lists and archives behind; not every base image cleans by itself.

    ``folders`` have to be there first.
    """

    instructions = ("RUN",)

    packages: tuple[str, ...]
    folders: tuple[str, ...] = ()


class Copy(Step):
    """Copy from the build context, or from ``origin`` (a stage or an image); ``owner`` is a user id, else root."""

    instructions = ("COPY",)

    sources: tuple[str, ...]
    target: str
    origin: str | None = None
    owner: int | None = None


class Mount(Frozen):
    """Something that is there while a command runs and leaves nothing in the image.

    Attributes:
        kind: ``bind`` for files of another image, ``cache`` for a folder kept between builds, or ``secret``.
        target: where it is; a secret is in ``/run/secrets``.
        origin: the image, or the secret's name.
        source: the file of the image.
        owner: the user id that may read the secret.
    """

    kind: Literal["bind", "cache", "secret"]
    target: str = ""
    origin: str = ""
    source: str = ""
    owner: int = 0


class Shell(Step):
    """A shell command; those that follow one another share a layer. Its template is in ``templates/commands/``."""

    instructions = ("RUN",)

    mounts: tuple[Mount, ...] = ()


class Layer(Step):
    """Commands that share one RUN, and what is mounted while they run.

    ``unpinned``: they install without a version; ``newest``: they fetch a model or data without one.
    """

    instructions = ("RUN",)

    commands: tuple[SerializeAsAny[Shell], ...]
    mounts: tuple[Mount, ...] = ()
    unpinned: bool = False
    newest: bool = False


class Venv(Shell):
    """Make the virtual environment that the dependencies go into.

    With ``python`` uv brings that version of the interpreter along, one that runs on any Linux, to ``python_folder``;
    with ``has_pip`` uv puts pip into it.
    """

    installer: Literal["uv", "pip"]
    path: str
    python: str | None = None
    python_folder: str = ""
    has_pip: bool = False


class Tool(Shell):
    """Install a program beside Python itself, outside of the virtual environment."""

    installer: Literal["uv", "pip"]
    requirements: tuple[str, ...]


class Install(Shell):
    """Install requirements into the virtual environment.

    ``files`` are requirements files, ``packages`` more requirements; with ``only_these`` nothing that they ask for.
    With ``require_hashes`` a file whose hash is not in them is refused. What came after the day ``exclude_newer`` is
    not seen; of the distributions in ``newer`` what came until another day is. What is built ``in_place`` sees the
    packages that are installed. With ``best_of_indexes`` a package comes from the index that has the best version, as
    pip does it, and not from the first that has any. ``torch_backend`` takes PyTorch from its own index, in the build
    for that device; ``extra_index`` is one more index. What ``overrides``, a file, says of a distribution goes before
    all that asks for it, and what ``excludes``, a file too, names is left out, whoever asks for it; both are uv's.
    ``variables`` are for this command alone. What is ``editable`` stays in its folder, where what has to be compiled is
    put beside it.
    """

    installer: Literal["uv", "pip"]
    files: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    cache_mount: bool = False
    only_these: bool = False
    require_hashes: bool = False
    exclude_newer: str | None = None
    newer: tuple[tuple[str, str], ...] = ()
    in_place: bool = False
    best_of_indexes: bool = False
    torch_backend: Literal["cpu"] | None = None
    extra_index: str | None = None
    overrides: str | None = None
    excludes: str | None = None
    editable: bool = False
    variables: tuple[tuple[str, str], ...] = ()


class Run(Shell):
    """Run one command, with ``variables`` for it alone; ``newest``: it fetches a model or data without a version."""

    variables: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...]
    newest: bool = False


class Lines(Shell):
    """Write lines to a new file."""

    file: str
    lines: tuple[str, ...]


class EveryInterface(Shell):
    """Make a folder with a file that Python reads when it starts: its sockets take localhost for every interface.

    What binds to no fixed port is meant for the container itself and stays there.
    """

    folder: str


class StaticFiles(Shell):
    """Write gunicorn's settings into the program's folder: they put Django's own handler of static files in front."""

    file: str


class WithoutLines(Shell):
    """Write a copy of a file, ``result``, without these lines."""

    file: str
    lines: tuple[str, ...]
    result: str


class WithoutBuilds(Shell):
    """Write a copy of a file of conda, ``result``, that takes any build of a version; in place where both are one."""

    file: str
    result: str


class Compile(Shell):
    """Leave out what no program needs; compile the rest to byte code."""

    venv: str
    drop: tuple[str, ...] = ()


class User(Step):
    """Make an unprivileged user with a home folder, and the folders that it may write to."""

    instructions = ("RUN",)

    name: str
    uid: int
    folders: tuple[str, ...] = ()


class Become(Step):
    """Run what follows, and the program, as this user id."""

    instructions = ("USER",)

    uid: int


class Label(Step):
    """Say what the image is."""

    instructions = ("LABEL",)

    labels: tuple[tuple[str, str], ...]


class Expose(Step):
    """Say which port the program listens on."""

    instructions = ("EXPOSE",)

    port: int


class Healthcheck(Step):
    """Ask the program, with Python itself, whether it answers; ``path`` None asks only for a connection.

    Where there is a ``variable`` it tells the port, and ``port`` counts while it is not set.
    """

    instructions = ("HEALTHCHECK",)

    port: int
    path: str | None
    variable: str = ""
    interval: int = 30
    timeout: int = 5
    start_period: int = 60


class StopSignal(Step):
    """The signal that asks the program to stop."""

    instructions = ("STOPSIGNAL",)

    signal: str


class Command(Step):
    """The program and its arguments, started without a shell."""

    instructions = ("CMD",)

    arguments: tuple[str, ...]


class Entrypoint(Step):
    """The program, started without a shell; what follows the image in ``docker run`` is passed on to it."""

    instructions = ("ENTRYPOINT",)

    arguments: tuple[str, ...]


class Stage(Frozen):
    """One build stage; ``title`` is the line above it."""

    title: str
    steps: tuple[SerializeAsAny[Step], ...]


class IgnoreGroup(Frozen):
    """Lines of .dockerignore that share a reason; ``kept`` ones have their owner's comments."""

    why: str
    patterns: tuple[str, ...]
    kept: bool = False


class Note(Frozen):
    """Something the user should hear when the files are written; ``hint`` says what can be done about it."""

    text: str
    hint: str = ""


class Plan(Frozen):
    """All that the templates need for both files, and what to tell the user.

    Attributes:
        header: the first lines of the Dockerfile.
        stages: in order; the last one is the image.
        ignore_header: the first line of the .dockerignore.
        ignore: its groups, in order.
        notes: what was decided that the user may want to know.
        port: what the container listens on, or None.
        gpu: whether the container has to be given a GPU.
        health_path: the route to probe, or None.
        tag: a name for the image.
    """

    header: tuple[str, ...]
    stages: tuple[Stage, ...]
    ignore_header: str
    ignore: tuple[IgnoreGroup, ...]
    notes: tuple[Note, ...] = ()
    port: int | None = None
    gpu: bool = False
    health_path: str | None = None
    tag: str
