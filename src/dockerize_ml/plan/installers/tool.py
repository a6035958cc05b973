"""A program that the build stage needs, kept out of the environment that the image takes over."""

from dockerize_ml.knowledge.build_tools import build_tool
from dockerize_ml.plan.installers.registry import Job
from dockerize_ml.plan.model import Tool


def tool(name: str, job: Job) -> Tool:
    """Install it beside Python itself."""
    requirements = build_tool(name).requirements_for(job.facts.python.value)
    if not requirements:
        raise LookupError(f"{name} is not installed from the index")
    told = f"{name} reads its own lock file; it stays in this stage."
    return Tool(installer=job.settings.installer, requirements=requirements, why=(told,))
