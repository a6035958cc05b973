CATCHES = {
    "Debian 10": "FROM debian:buster-slim\nRUN ⟦apt-get update⟧ && apt-get install -y git",
    "in Python's tag": "FROM python:3.8-slim-buster\nRUN apt-get update",
    "Python's tag tells it without saying": "FROM python:2.7-slim\nRUN apt-get update",
    "with apt": "FROM debian:9\nRUN apt update",
    "CentOS": "FROM centos:7\nRUN ⟦yum install -y git⟧",
    "an interim Ubuntu": "FROM ubuntu:23.04\nRUN apt-get update",
    "in a stage on an earlier one": "FROM debian:10 AS x\nFROM x\nRUN apt-get update",
}

STAYS_QUIET = {
    "a release that is there": "FROM debian:12-slim\nRUN apt-get update",
    "ended, and still there": "FROM debian:11-slim\nRUN apt-get update",
    "Ubuntu, ended and still there": "FROM ubuntu:18.04\nRUN apt-get update",
    "nothing is installed": "FROM debian:10\nRUN pip install flask",
    "an old Python on a newer system": "FROM python:3.8-slim\nRUN apt-get update",
    "Alpine": "FROM python:2.7-alpine\nRUN apk add git",
    "sources rewritten": (
        "FROM debian:10\nRUN sed -i s/deb.debian/archive.debian/ /etc/apt/sources.list\nRUN apt-get update"
    ),
    "sources written anew": "FROM debian:10\nRUN echo $SOURCES > /etc/apt/sources.list && apt-get update",
    "sources copied": "FROM centos:7\nRUN cp /tmp/a.repo /etc/yum.repos.d/ && yum install -y git",
    "the vault": "FROM centos:7\nRUN curl -o a.repo https://vault.centos.org/a.repo && yum install -y git",
    "CentOS Stream": "FROM quay.io/centos/centos:stream9\nRUN dnf install -y git",
    "apt is only cleaned": "FROM debian:10\nRUN apt-get clean",
}
