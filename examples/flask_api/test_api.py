"""Ask the running API for a prediction: python test_api.py [http://localhost:5001]"""

import json
import sys
from urllib.request import Request, urlopen

url = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:5001"

with urlopen(url, timeout=10) as answer:
    print("GET /         ", answer.status, answer.read().decode().strip())

body = json.dumps({"features": [5.1, 3.5, 1.4, 0.2]}).encode()
with urlopen(Request(url + "/predict", data=body, headers={"Content-Type": "application/json"}), timeout=10) as answer:
    result = json.load(answer)
    print("POST /predict ", answer.status, result)

assert result == {"prediction": "setosa"}, result
