"""How apk's command line reads."""

from dockerize_ml.lint.rules._managers import manager

APK = manager(
    "apk",
    valued="""
        -p --root -X --repository -t --virtual --repositories-file --keys-dir --cache-dir --cache-max-age --wait
        --arch --progress-fd --timeout --repository-config --sysroot
    """,
)
