"""Gather what a program needs from outside of its code."""

from dockerize_ml.facts.commandline.given import given
from dockerize_ml.facts.commandline.wordless import wordless
from dockerize_ml.facts.detectors.about import about
from dockerize_ml.facts.detectors.beside import left_beside
from dockerize_ml.facts.detectors.data import biggest_files, data_folders
from dockerize_ml.facts.detectors.files_opened import files_opened
from dockerize_ml.facts.detectors.own_package import own_package
from dockerize_ml.facts.detectors.own_secrets import own_secrets
from dockerize_ml.facts.detectors.own_stop import own_stop
from dockerize_ml.facts.detectors.platform import platform
from dockerize_ml.facts.detectors.programs_called import programs_called
from dockerize_ml.facts.detectors.required import required
from dockerize_ml.facts.detectors.results import results
from dockerize_ml.facts.detectors.samples import samples
from dockerize_ml.facts.detectors.secrets_read import secrets_read
from dockerize_ml.facts.detectors.site import site
from dockerize_ml.facts.detectors.stand_ins import stand_ins
from dockerize_ml.facts.detectors.tables import tables
from dockerize_ml.facts.detectors.tools import tools
from dockerize_ml.facts.detectors.unmade import unmade
from dockerize_ml.facts.detectors.weights import downloads
from dockerize_ml.facts.detectors.worker_classes import worker_classes
from dockerize_ml.facts.detectors.written import written
from dockerize_ml.facts.outside import Outside
from dockerize_ml.facts.survey import Survey


def look_outside(survey: Survey) -> Outside:
    """Files, downloads, programs and data of the surveyed program."""
    named = survey.source.root_name
    return Outside(
        opened=files_opened(survey),
        stand_ins=stand_ins(survey),
        downloads=downloads(survey),
        programs=programs_called(survey),
        data=data_folders(survey),
        biggest=biggest_files(survey),
        secrets=secrets_read(survey),
        samples=samples(survey),
        required=required(survey),
        own_secrets=own_secrets(survey),
        wordless=wordless(survey),
        site=site(survey),
        beside=left_beside(survey),
        about=about(survey),
        platform=platform(survey),
        own_stop=own_stop(survey),
        tables=tables(survey),
        package=own_package(survey),
        given=given(survey),
        results=results(survey),
        written=written(survey),
        unmade=unmade(survey),
        worker_classes=worker_classes(survey),
        tools=tools(survey),
        makers=survey.makers,
        companions=survey.companions,
        root_name=named.name if named else "",
        root_name_because=survey.quote(named.at) if named else None,
    )
