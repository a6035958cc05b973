import pytest

from dockerize_ml.knowledge.mirrors import is_mirror


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://pypi.tuna.tsinghua.edu.cn/simple", True),
        ("https://mirrors.aliyun.com/pypi/simple/", True),
        ("http://pypi.douban.com/simple", True),
        ("https://mirrors.cloud.tencent.com/pypi/simple", True),
        ("https://pypi.example.com/simple", False),
        ("https://mirrors.aliyun.com/pytorch-wheels/cpu", False),
        ("https://pypi.tuna.tsinghua.edu.cn.example.com/simple", False),
    ],
)
def test_copies_of_the_index_are_known(address: str, *, is_one: bool) -> None:
    assert is_mirror(address) == is_one
