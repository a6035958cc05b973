from flask import Flask, request
import urllib2

app = Flask(__name__)


@app.route("/fetch")
def fetch():
    try:
        return urllib2.urlopen(request.args["url"]).read()
    except urllib2.HTTPError, error:
        print "could not fetch", error.code
        return "", 0502


if __name__ == "__main__":
    print "starting on 8080"
    app.run(host="0.0.0.0", port=8080)
