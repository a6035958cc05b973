import re
import sys

import pytest

from dockerize_ml.knowledge.imports import (
    distribution_of,
    distributions_of,
    imports_of,
    is_listed,
    normalised,
    provider_of,
)
from dockerize_ml.knowledge.table import rows

LISTED = [module for row in rows("imports", "group") for module, _ in row.pairs("names")]

COMES_FROM = {
    "cv2": "opencv-python",
    "cv2.dnn": "opencv-python",
    "sklearn.ensemble": "scikit-learn",
    "PIL.Image": "pillow",
    "yaml": "pyyaml",
    "bs4": "beautifulsoup4",
    "dotenv": "python-dotenv",
    "google.generativeai": "google-generativeai",
    "google.genai.types": "google-genai",
    "google.cloud.storage": "google-cloud-storage",
    "google.cloud.storage.blob": "google-cloud-storage",
    "google.cloud.vision_v1.types": "google-cloud-vision",
    "google.protobuf.json_format": "protobuf",
    "azure.identity.aio": "azure-identity",
    "azure.storage.blob": "azure-storage-blob",
    "azure.mgmt.compute.models": "azure-mgmt-compute",
    "llama_index": "llama-index",
    "llama_index.core.node_parser": "llama-index-core",
    "llama_index.llms.openai": "llama-index-llms-openai",
    "mpl_toolkits.mplot3d": "matplotlib",
    "mpl_toolkits.basemap": "basemap",
    "flask_cors": "flask-cors",
    "langchain_community.llms": "langchain-community",
    "MySQLdb": "mysqlclient",
    "psycopg2.extras": "psycopg2-binary",
    "pkg_resources": "setuptools",
    "numpy.linalg": "numpy",
    "zope.interface": "zope-interface",
}


@pytest.mark.parametrize(("module", "distribution"), COMES_FROM.items())
def test_a_module_names_its_distribution(module: str, distribution: str) -> None:
    assert distribution_of(module) == distribution


@pytest.mark.parametrize("module", ["google", "google.cloud", "azure", "google.colab", "azure.storage"])
def test_a_roof_over_many_distributions_names_none(module: str) -> None:
    assert distribution_of(module) == ""
    assert distributions_of(module) == ()


def test_alternatives_count_as_bringing_the_module() -> None:
    assert "opencv-python-headless" in distributions_of("cv2.dnn")
    assert distributions_of("tensorflow.keras")[0] == "tensorflow"
    assert "tensorflow-cpu" in distributions_of("tensorflow.keras")
    assert imports_of("opencv-python-headless") == ("cv2",)


def test_modules_of_a_distribution() -> None:
    assert imports_of("scikit-learn") == ("sklearn",)
    assert "pkg_resources" in imports_of("setuptools")
    assert imports_of("flask-cors") == ("flask_cors",)


def test_names_are_whole_and_say_something() -> None:
    for known in filter(None, map(provider_of, LISTED)):
        assert re.fullmatch(r"[\w.]+", known.module)
        for distribution in (known.distribution, *known.alternatives):
            assert distribution == normalised(distribution)
        says_more = normalised(known.module) != known.distribution or "." in known.module
        assert says_more or known.alternatives or len(imports_of(known.distribution)) > 1, known.module


@pytest.mark.parametrize(("name", "is_one"), [("hdbscan", True), ("lightfm", True), ("rates-of-nobody", False)])
def test_what_another_table_tells_of_is_listed_too(name: str, *, is_one: bool) -> None:
    assert is_listed(name) == is_one


def test_no_standard_module_is_listed() -> None:
    assert not set(LISTED) & set(sys.stdlib_module_names)


def test_the_table_is_large_enough_to_matter() -> None:
    assert len(LISTED) > 500
    assert all(map(provider_of, LISTED))
    assert provider_of("numpy") is None
