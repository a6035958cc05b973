from setuptools import setup

requires = ['pyramid', 'waitress', 'plaster_pastedeploy']
setup(name='tutorial', install_requires=requires, entry_points={'paste.app_factory': ['main = tutorial:main']})
