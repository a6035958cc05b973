"""How far a ball flies, for the angle and the speed that the reader chooses."""

import math

import streamlit as st

GRAVITY = 9.81


def flight(speed: float, degrees: float) -> list[dict[str, float]]:
    angle = math.radians(degrees)
    seconds = 2 * speed * math.sin(angle) / GRAVITY
    times = [seconds * step / 40 for step in range(41)]
    return [
        {"metres": speed * math.cos(angle) * t, "height": speed * math.sin(angle) * t - GRAVITY * t * t / 2}
        for t in times
    ]


st.title("Throwing a ball")
speed = st.slider("Speed in metres per second", 1.0, 60.0, 25.0)
degrees = st.slider("Angle in degrees", 5, 85, 45)
path = flight(speed, degrees)
st.metric("Distance", f"{path[-1]['metres']:.1f} m")
st.line_chart(path, x="metres", y="height")
