import main

def test_index():
    main.app.testing = True
