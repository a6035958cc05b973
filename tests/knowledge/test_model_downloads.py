import pytest

from dockerize_ml.knowledge.cuda_users import cuda_users
from dockerize_ml.knowledge.model_downloads import ModelDownload, model_downloads


@pytest.mark.parametrize("known", model_downloads(), ids=lambda known: known.name)
def test_every_row_tells_why(known: ModelDownload) -> None:
    assert known.why
    assert known.source


def test_a_call_by_name_is_found_and_one_with_a_revision_is_told() -> None:
    transformers = model_downloads()[0]
    assert transformers.pattern.search("AutoModel.from_pretrained('bert')")
    assert transformers.fixed.search("revision='abc'")
    assert not transformers.pattern.search("AutoModel.from_pretrained('./bert')")


def test_the_purposes_differ() -> None:
    assert cuda_users("running").search("pip install vllm")
    assert not cuda_users("building").search("pip install vllm")
    assert not cuda_users("running", "building", "loading").search("pip install torch flask")
