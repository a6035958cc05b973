from myblog import create_app

app = create_app()
