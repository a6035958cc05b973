CATCHES = {
    "install": "RUN go install ⟦example.com/pkg⟧",
    "get": "RUN go get -u ⟦example.com/pkg⟧",
    "run": "RUN go run ⟦example.com/pkg⟧ -flag x.y/z",
    "latest": "RUN go install ⟦example.com/pkg@latest⟧",
    "none": "RUN go get ⟦example.com/pkg@none⟧",
    "one of several": "RUN go install example.com/a@v1 ⟦example.com/b⟧",
    "value of a flag": 'RUN go install -ldflags "-s -w" ⟦example.com/pkg⟧',
    "with its folder": "RUN /usr/local/go/bin/go install ⟦example.com/pkg⟧",
    "with a variable": "RUN GOBIN=/bin go install ⟦example.com/pkg⟧",
    "onbuild": "ONBUILD RUN go install ⟦example.com/pkg⟧",
}

STAYS_QUIET = {
    "version": "RUN go install example.com/pkg@v1.2.3",
    "commit": "RUN go get example.com/pkg@8f936c5",
    "version from a variable": "ARG V\nRUN go install example.com/pkg@$V",
    "arguments of the program": "RUN go run example.com/pkg@v1.2.3 --foo bar.example/x",
    "here": "RUN go run .",
    "below": "RUN go install ./cmd/app",
    "all below": "RUN go get -d ./...",
    "absolute": "RUN go install /src/app",
    "file": "RUN go run main.go",
    "own module": "RUN go install app/cmd/server",
    "nothing named": "RUN go install -v",
    "value of a flag": "RUN go install -o bin.example/x ./cmd/app",
    "build": "RUN go build example.com/pkg",
    "tool": "RUN go mod download",
}
