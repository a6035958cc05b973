"""What is done once the source is there: its version written, a Django site's migrations made and files collected."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.outside import Outside, Site
from dockerize_ml.knowledge.placeholders import placeholder
from dockerize_ml.plan.installers.registry import NO_VERSION, SOURCE
from dockerize_ml.plan.model import Lines, Note, Run, StaticFiles, Step
from dockerize_ml.plan.reasons import at, listed
from dockerize_ml.plan.sharing import shared

# gunicorn reads it from the folder that it is started in.
_GUNICORNS = "gunicorn.conf.py"
# As `get_asgi_application` and `manage.py` begin: what routing.py of Channels 2 imports may hold models.
_SET_UP = (
    "python",
    "-c",
    "import django; django.setup(); from daphne.cli import CommandLineInterface; CommandLineInterface.entrypoint()",
)
_LOOKED_UP_HERE = frozenset({"*", "127.0.0.1", "localhost"})


def prepared(inspection: Inspection) -> Iterator[Step]:
    """The steps; to migrate is not among them, because that needs the database of the day."""
    package = inspection.outside.package
    if package and package.version_file:
        yield from shared([_version(package.version_file)])
    for each in inspection.outside.stand_ins:
        yield Run(
            words=("cp", "--no-clobber", f"{SOURCE}/{each.example}", f"{SOURCE}/{each.path}"),
            why=(f"{each.path} ({at(each.evidence)}) is not in the folder: the example of it stands in.",),
        )
    site = inspection.outside.site
    if site is None:
        return
    variables = tuple((name, placeholder(name)) for name in site.needs)
    settings = (("DJANGO_SETTINGS_MODULE", site.settings),) if site.settings else ()
    told = (f"{listed(site.needs)}: good for this step only.",) if site.needs else ()
    first = next(iter(inspection.programs), None)
    # A database of its own is migrated as the program starts.
    is_own = bool(first and first.before) or any(maker.own for maker in inspection.outside.tables)
    if site.unmigrated and is_own:
        yield Run(
            variables=(*settings, *variables),
            words=("python", "manage.py", "makemigrations", *site.unmigrated, "--noinput"),
            why=(f"The folder has no migrations of {listed(site.unmigrated)}: they are made here, as by hand.", *told),
        )
    if site.static is None:
        return
    place = at(site.static)
    collected = f"Static files go to STATIC_ROOT ({place})."
    if not is_own:
        collected = f"Static files go to STATIC_ROOT ({place}). Migrations are for the day of the deployment."
    yield Run(
        variables=(*settings, *variables),
        words=("python", "manage.py", "collectstatic", "--noinput"),
        why=(collected, *told),
    )


def gives_out(site: Site | None, arguments: Sequence[str]) -> bool:
    """Whether gunicorn is to give out what ``runserver`` would: with DEBUG on, nothing else was ever asked to.

    Args:
        site: the Django site, or None.
        arguments: the words that start it.
    """
    words = " ".join(arguments)
    is_wsgi = "gunicorn " in words and "worker-class" not in words
    return is_wsgi and site is not None and site.given_out_by_nobody is not None and site.debug is not None


def given_out(site: Site | None, workdir: str, arguments: Sequence[str]) -> Iterator[Step]:
    """Put Django's own handler of static files in front of the application, where ``gives_out`` says so.

    Args:
        site: the Django site, or None.
        workdir: the folder that it is started in.
        arguments: the words that start it.
    """
    if site is None or site.debug is None or not gives_out(site, arguments):
        return
    yield StaticFiles(
        file=str(PurePosixPath(SOURCE) / workdir / _GUNICORNS),
        why=(
            f"With DEBUG on ({at(site.debug)}) `runserver` gives out the static files, and gunicorn does not.",
            "Here it does, by Django's own handler. WhiteNoise is made for it and works without DEBUG, too.",
        ),
    )


def _version(path: str) -> Lines:
    numbers = ", ".join(NO_VERSION.split("."))
    return Lines(
        file=f"{SOURCE}/{path}",
        lines=(f'__version__ = version = "{NO_VERSION}"', f"__version_tuple__ = version_tuple = ({numbers})"),
        why=(f"{path} is imported, and only a build with the project's history in git writes it.",),
    )


def settings_named(inspection: Inspection) -> tuple[tuple[str, str], ...]:
    """The variable that names the site's settings: those which are there, where the application names none that are.

    Else those that the application names, where ``manage.py`` has others and migrates as the program starts.
    """
    site = inspection.outside.site
    named = (site.instead or (site.settings if _is_migrated(inspection) else "")) if site else ""
    return (("DJANGO_SETTINGS_MODULE", named),) if named else ()


def _is_migrated(inspection: Inspection) -> bool:
    """Whether the image itself migrates a database of its own, as the program starts."""
    first = next(iter(inspection.programs), None)
    return bool(first and first.before) or any(maker.own for maker in inspection.outside.tables)


def set_up(site: Site | None, arguments: tuple[str, ...]) -> tuple[str, ...]:
    """The words that start the site, its parts loaded before an application that takes that for granted.

    Args:
        site: the Django site, or None.
        arguments: the words that would start it.
    """
    return (*_SET_UP, *arguments[1:]) if site and site.is_silent and arguments[0] == "daphne" else arguments


def static_folders(inspection: Inspection) -> tuple[str, ...]:
    """Folders outside of the program's own that the static files go to."""
    site = inspection.outside.site
    return (site.static_folder,) if site and site.static_folder else ()


def answers_itself(site: Site | None) -> bool:
    """Whether a request from inside the container is answered: Django refuses names that it does not know."""
    if site is None or site.hosts is None:
        return True
    # With DEBUG an empty list means the machine itself.
    return bool(_LOOKED_UP_HERE & set(site.hosts)) or (not site.hosts and site.debug is not None)


def notes_on_stand_ins(outside: Outside) -> Iterator[Note]:
    """That examples are in the place of the owner's own files."""
    for each in outside.stand_ins:
        yield Note(
            text=f"{each.path} ({at(each.evidence)}) is not in the folder: {each.example} stands in for it.",
            hint=f"Put yours there before you build, or mount it: `docker run -v` … `:/app/{each.path}`.",
        )


_ADD_SETTINGS = "Add it before you build, and set DJANGO_SETTINGS_MODULE to it, to serve the site with it."


def notes_on_site(site: Site | None, arguments: Sequence[str]) -> Iterator[Note]:
    """What stands in the way of serving the site that these words start."""
    if site is None:
        return
    if site.absent and site.settings:
        yield Note(
            text=f"{site.absent} is not in the folder: the site is served with {site.instead}, which is beside it.",
            hint=_ADD_SETTINGS,
        )
    elif site.absent:
        yield Note(
            text=f"{site.absent} is not in the folder: the site is served with {site.instead}, as `manage.py` runs it.",
            hint=_ADD_SETTINGS,
        )
    if site.unready_because is not None:
        yield Note(
            text=f"{site.unready} wants what is not in the image ({at(site.unready_because)}): the site is served with "
            f"{site.instead}, as `manage.py` runs it.",
            hint=f"Once that is there, `docker run -e DJANGO_SETTINGS_MODULE={site.unready}` … serves it with those.",
        )
    if site.debug is not None:
        yield Note(
            text=f"DEBUG is on ({at(site.debug)}): errors show the settings and the source to everybody.",
            hint="Read it from a variable that is off unless set.",
        )
    if site.redirects is not None:
        yield Note(
            text=f"SECURE_SSL_REDIRECT ({at(site.redirects)}) sends everybody to https, which the image does not do.",
            hint="Put a server with a certificate before it, and say in SECURE_PROXY_SSL_HEADER what that tells.",
        )
    if site.hosts_because is not None and site.hosts_variable and not answers_itself(site):
        yield Note(
            text=f"ALLOWED_HOSTS ({at(site.hosts_because)}) answers only to the names in {site.hosts_variable}.",
            hint=f"`docker run -e {site.hosts_variable}=localhost` …, or the names that the site is reached by.",
        )
    elif site.hosts_because is not None and site.hosts is not None and not set(site.hosts) - {"127.0.0.1", "localhost"}:
        yield Note(
            text=f"ALLOWED_HOSTS ({at(site.hosts_because)}) lets nobody in from outside the container's machine.",
            hint="Read it from a variable: `docker run -e ALLOWED_HOSTS=example.com` …",
        )
    address = site.given_out_by_nobody
    if address is not None and not gives_out(site, arguments):
        yield Note(
            text=f"Nothing gives out the static files ({at(address)}): only `runserver` does by itself.",
            hint="Add `whitenoise` to the requirements, `whitenoise.middleware.WhiteNoiseMiddleware` behind the "
            "SecurityMiddleware, and STATIC_ROOT.",
        )
