"""What of this machine's environment a build is given."""

import pytest

from dockerize_ml.engine.handed_over import handed_over

ASKS = """\
FROM python:3.12-slim
ARG HF_ENDPOINT
RUN --mount=type=secret,id=hf_token,uid=10001 \\
    HF_TOKEN_PATH=/run/secrets/hf_token python -c 'import this'
"""
HANDED = {
    "both": (
        ASKS,
        {"HF_ENDPOINT": "https://hub.example", "HF_TOKEN": "hf_x"},
        ["HF_ENDPOINT", "id=hf_token,env=HF_TOKEN"],
    ),
    "the mirror": (ASKS, {"HF_ENDPOINT": "https://hub.example"}, ["HF_ENDPOINT"]),
    "the token": (ASKS, {"HF_TOKEN": "hf_x"}, ["id=hf_token,env=HF_TOKEN"]),
    "nothing that is empty": (ASKS, {"HF_TOKEN": "", "HF_ENDPOINT": ""}, []),
    "nothing else": (ASKS, {"PATH": "/bin", "AWS_SECRET_ACCESS_KEY": "x"}, []),
    "nothing that no step asks for": ("FROM python:3.12-slim\n", {"HF_ENDPOINT": "x", "HF_TOKEN": "x"}, []),
    "no mirror where the file has one": ("ARG HF_ENDPOINT=https://own.example\n", {"HF_ENDPOINT": "x"}, []),
    "no token for another secret": ("RUN --mount=type=secret,id=hf_token2 true\n", {"HF_TOKEN": "x"}, []),
}


@pytest.mark.parametrize(("dockerfile", "environment", "expected"), HANDED.values(), ids=HANDED.keys())
def test_only_what_the_dockerfile_asks_for(dockerfile: str, environment: dict[str, str], expected: list[str]) -> None:
    assert [option.partition("=")[2] for option in handed_over(dockerfile, environment)] == expected


def test_the_values_stay_out_of_the_command_line() -> None:
    options = handed_over(ASKS, {"HF_ENDPOINT": "https://hub.example", "HF_TOKEN": "hf_s3cret"})
    assert "hf_s3cret" not in " ".join(options)
