CATCHES = {
    "everything": "⟦COPY --from=build / /⟧",
    "in quotes": 'COPY --from=build "/" "/"',
    "JSON form": 'COPY --from=build ["/", "/"]',
}

STAYS_QUIET = {
    "into a folder": "COPY --from=build / /rootfs",
    "one folder": "COPY --from=build /srv /",
    "from the context": "COPY / /",
}
