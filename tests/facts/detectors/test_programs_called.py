"""The programs that code calls."""

from collections.abc import Callable

import pytest

from dockerize_ml.facts.detectors.programs_called import programs_called
from dockerize_ml.facts.survey import Survey

SurveyOf = Callable[[dict[str, str]], Survey]

CALLS: dict[str, tuple[str, dict[str, str]]] = {
    "a list": ('subprocess.run(["ffmpeg", "-i", name])', {"ffmpeg": "ffmpeg"}),
    "an absolute path": ('subprocess.run(["/usr/bin/ffmpeg"])', {"ffmpeg": "ffmpeg"}),
    "a shell line": ('os.system("cd /tmp && sudo pdftotext a.pdf | grep x")', {"pdftotext": "poppler-utils"}),
    "a format": ('os.system("tesseract %s stdout" % name)', {"tesseract": "tesseract-ocr"}),
    "an f-string": ('subprocess.getoutput(f"dot -Tpng {name}")', {"dot": "graphviz"}),
    "a name for the command": ('cmd = ["soffice", "--headless"]\nsubprocess.Popen(cmd)', {"soffice": "libreoffice"}),
    "a split line": ('subprocess.run(shlex.split("gs -q a.pdf"))', {"gs": "ghostscript"}),
    "asking where it is": ('if not shutil.which("java"):\n    raise SystemExit', {"java": "default-jre-headless"}),
    "asyncio": ('asyncio.create_subprocess_exec("ffprobe", "-v", name)', {"ffprobe": "ffmpeg"}),
    "a revision that an image cannot tell": ('subprocess.check_output(["git", "rev-parse", "HEAD"])', {}),
    "git at work": ('subprocess.run(["git", "clone", url])', {"git": "git"}),
    "what every image has": ('subprocess.run(["python", "-m", "pip"])\nos.system("ls -l; mkdir a")', {}),
    "a text that is no call": ('print("ffmpeg -i a")', {}),
    "a command that only the run knows": ("subprocess.run(command)", {}),
}  # fmt: skip


@pytest.mark.parametrize("case", CALLS)
def test_calls(case: str, survey_of: SurveyOf) -> None:
    source, expected = CALLS[case]
    header = "import asyncio\nimport os\nimport shlex\nimport shutil\nimport subprocess\n\n"
    found = programs_called(survey_of({"app.py": header + source + "\n"}))
    assert {program.name: program.package for program in found} == expected
