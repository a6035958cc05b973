from setuptools import setup, find_packages

setup(name='pkg', version='1', packages=find_packages(), python_requires='>=3.7', install_requires=['numpy'])
