import solara

clicks = solara.reactive(0)


@solara.component
def Page():
    solara.Button('x')
