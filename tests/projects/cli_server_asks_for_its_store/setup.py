from setuptools import setup

setup(
    name="shelfd",
    version="1.0",
    packages=["shelfd"],
    entry_points={"console_scripts": ["shelfd = shelfd.main:main"]},
)
