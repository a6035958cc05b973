#!/bin/bash
python webui.py "$@"
