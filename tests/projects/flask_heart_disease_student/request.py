import requests
r=requests.post('http://localhost:5000/predict',json={})
print(r.json())
