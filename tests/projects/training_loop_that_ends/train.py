import numpy as np

MAX_STEPS = 2000
EVERY = 100

rng = np.random.default_rng(0)
x = rng.normal(size=(512, 8))
y = x @ rng.normal(size=8)
weights = np.zeros(8)

step = 0
while True:
    error = x @ weights - y
    weights -= 0.01 * x.T @ error / len(x)
    if step % EVERY == 0:
        print(step, float((error**2).mean()))
    step += 1
    if step > MAX_STEPS:
        break

np.save("weights.npy", weights)
