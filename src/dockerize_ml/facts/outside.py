"""What the program needs from outside of its code: files, models, downloads, programs."""

from dataclasses import dataclass, field

from dockerize_ml.facts.model import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFile:
    """A file that the code opens by a path that the source tells.

    Attributes:
        path: relative to the project's root; as written where it leads outside (``C:/Users/me/data.csv``).
        exists: whether the project holds it; a missing one has to be mounted, downloaded or trained first.
        is_model: whether it is opened as a model.
        written: the path as the source puts it together, before anything tells where the program is started.
    """

    path: str
    exists: bool
    is_model: bool
    evidence: Evidence
    written: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """An example of a file that the program opens or imports and that everybody has one of their own of.

    Attributes:
        path: the file's, relative to the project's root; it is not there.
        example: the example's.
    """

    path: str
    example: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """Weights or data that the code fetches over the network when it runs, or uses and does not fetch.

    Attributes:
        name: what is fetched (``bert-base-uncased``), or empty where only the running program knows.
        origin: where from: ``the Hugging Face hub``.
        cache: the variable that says where it is kept, or empty.
        call: what fetches it when given nothing but its name (``whisper.load_model``); empty where no call does.
        mirror: the variable that names another server with the same, or empty.
        token: the variable that names the file of a token for it, or empty.
        secret: the variable that people keep that token in, or empty.
        loudly: the argument that makes the call raise where it cannot fetch, or empty.
        wheel: the address of the package that it is, or empty.
        lacking: whether the program only uses it, and nothing fetches it.
        at_start: whether the program cannot start without it.
    """

    name: str
    origin: str
    cache: str
    evidence: Evidence
    call: str = ""
    mirror: str = ""
    token: str = ""
    secret: str = ""
    loudly: str = ""
    wheel: str = ""
    lacking: bool = False
    at_start: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledProgram:
    """A program that the code runs (``ffmpeg``), and the Debian package that has it, where we know."""

    name: str
    package: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFolder:
    """A folder of data: how much it holds, and whether the code opens something in it."""

    path: str
    files: int
    bytes: int
    is_opened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFolder:
    """A folder, or a lone file of the project's, that the program makes or writes."""

    path: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The words that a job is given where whoever runs it says none, and where they stand.

    Attributes:
        before: commands that the project runs before it, since it works on what they make.
    """

    words: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """A script of the project that makes what the program opens and the folder does not hold: a trained model.

    Attributes:
        words: what Python is given: its path as seen from ``workdir``, and the words that the project gives it.
        workdir: the folder that it has to be started in, relative to the project's root.
        import_roots: folders, relative to the project's root, that its imports need on the path besides.
        file: its path, relative to the project's root.
        makes: the missing files that it writes, in the order of their names.
        evidence: where it writes the first.
    """

    words: tuple[str, ...]
    workdir: str
    import_roots: tuple[str, ...] = ()
    file: str
    makes: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """What a script of the project's starts behind the program: the API that a page asks.

    Attributes:
        words: the command.
        workdir: the folder that it is started in, relative to the project's root.
        file: the project's file that it starts.
    """

    words: tuple[str, ...]
    workdir: str
    file: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBeside:
    """What lies in the folder and is no part of the program.

    Attributes:
        environments: virtual and conda environments, whatever they are called.
        sources: the Python files and notebooks that are part of it: what the program starts from and imports; and what
            it names of folders that are usually none of it.
        ignored: the text of the .dockerignore that is there; empty where none is.
    """

    environments: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    ignored: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the project says of itself in ``[project]`` of its pyproject.toml; empty where it does not."""

    description: str = ""
    licenses: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """A secret that Streamlit reads from its own file, ``.streamlit/secrets.toml``, rather than from a variable."""

    name: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A variable that the program does not start without, and the value that an example of the environment has."""

    name: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Required:
    """A variable that the program reads without a default, and fails without: as it is imported, or later."""

    name: str
    at_import: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSecret:
    """A variable without a default that holds what the program signs with, or asks of others: any random text does.

    Attributes:
        is_asked: whether whoever calls the program has to send it.
        file: the one beside the program, ``.env``, in which it looks for variables as well; empty where in none.
    """

    name: str
    is_asked: bool = False
    file: str = ""
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDatabase:
    """A file of SQLite that the program makes for itself, since its folder does not bring it.

    Attributes:
        name: the file's.
        folders: those outside of the project that may hold it.
        unless: the variables by which whoever runs the image may name another database.
        only: the variable that names it, and how; None where none has to.
        evidence: where the file is named.
    """

    name: str
    folders: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    only: tuple[str, str] | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMaker:
    """A command that makes the tables of the program's database.

    Attributes:
        words: the command.
        variables: those that it needs itself.
        folder: the one in which the database is a file, seen from the project's root; empty where nothing tells.
        is_harmless: whether it leaves what is there as it is when it runs again, as migrations do.
        own: the file that the database is, so that the command can be run by the image itself; None where it may be
            another one.
    """

    words: tuple[str, ...]
    variables: tuple[tuple[str, str], ...] = ()
    folder: str = ""
    is_harmless: bool = False
    own: OwnDatabase | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerClass:
    """Which workers of gunicorn a program's connections need that stay open.

    Attributes:
        name: of the class; empty for the usual one.
        threads: how many threads of the usual one; empty where the class has none.
    """

    name: str
    threads: str = ""
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A distribution that only developers use."""

    name: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPackage:
    """The project as a package that can be installed.

    Attributes:
        folder: of the file that builds it.
        version_variable: tells its build tool the version, where that would look into the history; or empty.
        tools_of: the last day whose build tools have what its ``setup.py`` takes from them; empty where today's have.
        version_file: the module that building the package writes its version to, where the program imports it and it
            is not in the folder; relative to the project's root; or empty.
        compiled: where its ``setup.py`` asks for extensions to be compiled, which its modules import; or None.
        build_needs: what builds it and the distributions that ``setup.py`` imports beside the project's own, where no
            file tells them and it imports more than every build has.
        asked: where the program asks which version of it, or which plug-ins, are installed; None where it does not.
        left_behind: a file beside its modules that installing it elsewhere would leave behind; or empty.
    """

    folder: str
    version_variable: str = ""
    tools_of: str = ""
    version_file: str = ""
    compiled: Evidence | None = None
    build_needs: tuple[str, ...] = ()
    asked: Evidence | None = None
    left_behind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the settings of a Django site say about serving it.

    Attributes:
        settings: the settings module of the application that is served, where ``manage.py`` takes another; or empty.
        static: where STATIC_ROOT is set, for files that are to be collected before the site is served; or None.
        static_folder: the folder that it names, where that is an absolute path; or empty.
        hosts: the names that ALLOWED_HOSTS lists, or has unless a variable says otherwise; None where nothing tells.
        hosts_variable: that variable; or empty.
        hosts_because: where it is set.
        debug: where DEBUG is switched on for good, or None.
        redirects: where everybody is sent to https, unless a variable says otherwise; or None.
        needs: the variables without which the settings cannot be loaded.
        given_out_by_nobody: where STATIC_URL is set, of files that only Django's own server gives out; or None.
        absent: the settings module that the application names and that is not in the folder; or empty.
        unready: the one that it names and that wants what the image has not, while that of ``manage.py`` does not; or
            empty.
        unready_because: where it wants that.
        instead: the one that ``manage.py`` takes, where the application names none that will do; or empty.
        is_silent: whether the application leaves it to ``manage.py`` to name the settings and to load the site's parts.
        unmigrated: the labels of its applications whose models have no migrations in the folder.
    """

    settings: str = ""
    static: Evidence | None = None
    static_folder: str = ""
    hosts: tuple[str, ...] | None = None
    hosts_variable: str = ""
    hosts_because: Evidence | None = None
    debug: Evidence | None = None
    redirects: Evidence | None = None
    needs: tuple[str, ...] = ()
    given_out_by_nobody: Evidence | None = None
    absent: str = ""
    unready: str = ""
    unready_because: Evidence | None = None
    instead: str = ""
    is_silent: bool = False
    unmigrated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """All of it.

    Attributes:
        opened: files that the code opens by a path that the source tells.
        stand_ins: examples of files that it needs and that are not in the folder.
        downloads: what it fetches when it runs.
        programs: programs that it calls.
        data: folders of data, the biggest first.
        secrets: what Streamlit reads from its file of secrets.
        biggest: the biggest files with their bytes, the biggest first.
        site: what a Django site's settings say; None for every other program.
        beside: what is no part of the program.
        about: the project in its own words.
        tables: what makes the tables of its database, where it does not do so itself.
        package: the project itself as a package; None where nothing builds one.
        given: the words that the project itself gives its job; or None.
        results: folders and files of the project that a job writes: what it is run for.
        written: folders of the machine that it writes to.
        unmade: folders of the project that it writes files into, that are not there, and that it does not make.
        own_stop: where it gives SIGTERM a handler of its own; None where it leaves that signal to Python.
        root_name: the name by which the program's modules call the project's own folder; empty where they do not.
        root_name_because: where one of them does.
        samples: what it does not start without, as an example of its environment has it.
        required: the variables that it fails without.
        own_secrets: what it signs with and has no default for.
        wordless: what asks for words, where it does nothing without them and `--help` shows which; else None.
        platform: where a platform is told to pass the port in the variable PORT; None where none is.
        tools: for developers, among what the image installs.
        makers: scripts that make what it opens and the folder does not hold, in the order in which they have to run.
        companions: what is started with it, and before it, in the same container.
        worker_classes: the workers of gunicorn that its connections need, the best first; empty where any will do.
    """

    opened: tuple[OpenedFile, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    downloads: tuple[Download, ...] = ()
    programs: tuple[CalledProgram, ...] = ()
    data: tuple[DataFolder, ...] = ()
    biggest: tuple[tuple[str, int], ...] = ()
    secrets: tuple[Secret, ...] = ()
    site: Site | None = None
    beside: LeftBeside = field(default_factory=LeftBeside)
    about: About = field(default_factory=About)
    platform: Evidence | None = None
    tables: tuple[TableMaker, ...] = ()
    package: OwnPackage | None = None
    given: Given | None = None
    results: tuple[WrittenFolder, ...] = ()
    written: tuple[WrittenFolder, ...] = ()
    unmade: tuple[WrittenFolder, ...] = ()
    own_stop: Evidence | None = None
    root_name: str = ""
    root_name_because: Evidence | None = None
    samples: tuple[Sample, ...] = ()
    required: tuple[Required, ...] = ()
    own_secrets: tuple[OwnSecret, ...] = ()
    wordless: Evidence | None = None
    worker_classes: tuple[WorkerClass, ...] = ()
    tools: tuple[Tool, ...] = ()
    makers: tuple[Maker, ...] = ()
    companions: tuple[Companion, ...] = ()
