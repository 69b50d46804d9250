"""The chart in marimo: `marimo run marimo_app.py`."""

import marimo

app = marimo.App(width="full")


@app.cell
def _():
    import marimo as mo
    from chart import claimants_of, draw, read_marks

    marks = read_marks()
    return claimants_of, draw, marks, mo


@app.cell
def _(claimants_of, marks, mo):
    boxes = mo.ui.dictionary({name: mo.ui.checkbox(label=name) for name in claimants_of(marks)})
    mo.sidebar(boxes.vstack())
    return (boxes,)


@app.cell
def _(boxes, draw, marks):
    draw(marks, [name for name, is_ticked in boxes.value.items() if is_ticked])
    return


if __name__ == "__main__":
    app.run()
