"""Logistic regression over a few figures and many words: each example has some thousand columns, of
which all but a few are 0, so that the matrix is never written out."""
import collections
import json

import numpy

LEAST = 8  # examples that a word must stand in
SLIGHT = 0.15  # weights nearer to 0 than this are left out of the file
# Each example stands there a second time without its words, of this weight: so that the figures
# alone serve languages that no words were learnt of.
WORDLESS = 0.05


class Matrix:
    """Figures, a column of ones, then a column a word."""

    def __init__(self, figures, words):
        counts = collections.Counter(word for row in words for word in row)
        self.words = sorted(word for word, count in counts.items() if count >= LEAST)
        column = {word: i for i, word in enumerate(self.words)}
        cells = [(i, column[word]) for i, row in enumerate(words) for word in row if word in column]
        self.rows, self.columns = numpy.asarray(cells).T
        self.dense = numpy.hstack([numpy.asarray(figures), numpy.ones((len(figures), 1))])

    def times(self, theta):
        known = self.dense.shape[1]
        return self.dense @ theta[:known] + numpy.bincount(
            self.rows, theta[known:][self.columns], len(self.dense))

    def transposed_times(self, values):
        return numpy.concatenate([self.dense.T @ values, numpy.bincount(
            self.columns, values[self.rows], len(self.words))])


def solve(product, right):
    """Conjugate gradients."""
    x = numpy.zeros_like(right)
    rest = right.copy()
    direction, size = rest.copy(), rest @ rest
    for _ in range(200):
        bent = product(direction)
        step = size / (direction @ bent)
        x += step * direction
        rest -= step * bent
        smaller = rest @ rest
        if smaller < 1e-10 * (right @ right):
            break
        direction = rest + smaller / size * direction
        size = smaller
    return x


def fit(figures, words, labels, weights, ridge):
    """Weights of the figures, the bias behind them, and those of the words by word. Newton's
    method; `ridge` is the penalty as a share of the weight of all examples."""
    matrix = Matrix(list(figures) * 2, list(words) + [()] * len(words))
    y = numpy.tile(labels, 2)
    w = numpy.concatenate([weights, WORDLESS * numpy.asarray(weights)])
    known = matrix.dense.shape[1]
    penalty = numpy.full(known + len(matrix.words), ridge * w.sum())
    penalty[known - 1] = 1e-9
    theta = numpy.zeros(len(penalty))
    for _ in range(30):
        p = 1 / (1 + numpy.exp(-numpy.clip(matrix.times(theta), -30, 30)))
        curvature = w * numpy.maximum(p * (1 - p), 1e-6)
        gradient = matrix.transposed_times(w * (p - y)) + penalty * theta
        step = solve(lambda v, c=curvature: matrix.transposed_times(c * matrix.times(v)) + penalty * v,
                     gradient)
        theta -= step
        if abs(step).max() < 1e-4:
            break
    taught = {word: round(value, 2) for word, value in zip(matrix.words, theta[known:])
              if abs(value) >= SLIGHT}
    return theta[:known].tolist(), taught


def write(path, models):
    """{MODEL: {"LANGUAGE ROLE": {WORD: weight}}}, a line a group, of the weights by key."""
    texts = []
    for model, weights in sorted(models.items()):
        groups = {}
        for key, weight in sorted(weights.items()):
            language, role, word = key.split(" ", 2)
            groups.setdefault(f"{language} {role}", {})[word] = weight
        lines = [f"    {json.dumps(name)}: {json.dumps(words, ensure_ascii=False)}"
                 for name, words in groups.items()]
        texts.append(f"  {json.dumps(model)}: {{\n" + ",\n".join(lines) + "\n  }")
    with open(path, "w", encoding="utf-8") as out:
        out.write("{\n" + ",\n".join(texts) + "\n}\n")
