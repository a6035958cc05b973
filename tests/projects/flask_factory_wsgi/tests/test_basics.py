from myblog import create_app

app = create_app('testing')

def test_it():
    assert app
