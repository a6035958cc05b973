from setuptools import setup

setup(name="tinyGPT", packages=["tinygpt"], install_requires=["torch"])
