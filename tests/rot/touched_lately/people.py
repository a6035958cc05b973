MORE = [{"name": "alan", "age": 41}, {"name": "grace", "age": 85}]


def everybody(table):
    for row in MORE:
        table = table.append(row, ignore_index=True)
    return table
