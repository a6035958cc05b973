"""The main job on the bundled example: write its Dockerfile, show it, and prove it where a Docker Engine answers."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
COPY = HERE.parent / ".demo" / "flask_api"
NO_ENGINE = 3


def main() -> int:
    shutil.rmtree(COPY.parent, ignore_errors=True)
    shutil.copytree(HERE / "flask_api", COPY)
    for arguments in (["init"], ["lint", "Dockerfile"]):
        code = run(*arguments)
        if code:
            return code
    print((COPY / "Dockerfile").read_text())
    code = run("validate", "--run")
    if code == NO_ENGINE:
        print("No Docker Engine answers here, so the image was not built. The files above are ready for one.")
        return 0
    return code


def run(*arguments: str) -> int:
    """Run dockerize-ml in the copy, as a user would, and say so."""
    print(f"\n$ dockerize-ml {' '.join(arguments)}", flush=True)
    return subprocess.run([sys.executable, "-m", "dockerize_ml", *arguments], cwd=COPY, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
