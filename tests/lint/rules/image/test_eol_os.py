CATCHES = {
    "Ubuntu": "FROM ⟦ubuntu:18.04⟧",
    "Ubuntu by its code name": "FROM ubuntu:focal",
    "between two long-term releases": "FROM ubuntu:23.10",
    "Debian": "FROM debian:bullseye-slim",
    "CentOS": "FROM centos:7",
    "in the tag of another image": "FROM nvidia/cuda:11.8.0-base-ubuntu20.04",
    "in the tag of Python": "FROM python:3.12-slim-bullseye",
    "in the name of another image": "FROM example.com/azureml/openmpi4.1.0-ubuntu20.04:2023",
    "by an argument's default": "ARG RELEASE=18.04\nFROM ubuntu:$RELEASE",
    "in a builder": "FROM golang:1.24-bullseye AS build\nFROM debian:12-slim",
}

STAYS_QUIET = {
    "cared for": "FROM debian:12-slim",
    "Ubuntu, cared for": "FROM ubuntu:24.04",
    "in the tag of another image": "FROM nvidia/cuda:12.4.1-base-ubuntu22.04",
    "another image's number": "FROM redis:7",
    "CentOS Stream": "FROM quay.io/centos/centos:stream9",
    "no tag": "FROM ubuntu",
    "the newest": "FROM ubuntu:latest",
    "an argument without a default": "ARG RELEASE\nFROM ubuntu:$RELEASE",
    "an earlier stage": "FROM debian:12-slim AS buster\nFROM buster",
    "Windows": "FROM mcr.microsoft.com/windows/servercore:ltsc2022",
    "Alpine": "FROM alpine:3.20",
    "nothing": "FROM scratch",
}
