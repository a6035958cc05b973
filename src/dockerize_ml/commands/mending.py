"""What ``validate --fix`` shows of the rounds of mending."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dockerize_ml.mending.loop import Step
    from dockerize_ml.mending.need import Need
    from dockerize_ml.report.terminal import Terminal


def mend(path: Path, tag: str | None, wait: float, terminal: "Terminal") -> float:
    """Change the settings until the image builds, starts and answers, as far as that can be done without a person.

    Returns:
        How many seconds it may take to answer from now on: longer where it was seen to need them.

    Raises:
        OverwriteError: the Dockerfile is not the one that ``init`` writes.
    """
    from functools import cache, partial

    from dockerize_ml import pipeline
    from dockerize_ml.commands.locking import generated
    from dockerize_ml.commands.target import target_of
    from dockerize_ml.engine.client import Client
    from dockerize_ml.engine.session import session
    from dockerize_ml.mending.attempt import Bench
    from dockerize_ml.mending.loop import Mending
    from dockerize_ml.mending.starting import LONGER, Aim
    from dockerize_ml.report.build_view import build_view
    from dockerize_ml.resolve.resolve import Wish

    @cache
    def aimed(_dockerfile: str) -> Aim:
        target = target_of(pipeline.subject_of(path))
        return Aim(target.port, target.path, target.draws)

    def aim() -> Aim:
        # The settings that change it change the Dockerfile as well.
        return aimed((path / "Dockerfile").read_text(encoding="utf-8"))

    with session(Client.connect()) as started:
        mending = Mending(
            Bench(
                session=started,
                root=path,
                tag=tag or started.tag,
                aim=aim,
                within=wait,
                view=partial(build_view, terminal),
                generate=partial(generated, path, {}, Wish(), terminal),
            )
        )
        for step in mending.rounds():
            _show(step, terminal)
    for need in mending.needs:
        _show_need(need, terminal)
    return wait * LONGER if mending.trouble is None else wait


def _show(step: "Step", terminal: "Terminal") -> None:
    match step.outcome:
        case "trying":
            terminal.say(f"round {step.number}: {step.trouble.reason}")
            terminal.say(f"  {step.change.text}: {step.change.why}")
        case "mended":
            terminal.done("it builds, starts and answers")
        case "further":
            terminal.done(f"it gets further, to: {step.after}")
        case "undone":
            terminal.say(f"  undone, it gets no further: {step.after}")


def _show_need(need: "Need", terminal: "Terminal") -> None:
    from dockerize_ml.plan.reasons import at

    where = f" ({at(need.because)})" if need.because else ""
    terminal.warn(f"It {need.text.rstrip('.')}{where}.", need.hint)
    if need.compose:
        terminal.say(need.compose)
