"""Go round after round over the survivors, next() with a sentinel default."""


def round_robin(*gens):
    done = object()
    alive = list(gens)
    values = []
    while alive:
        survivors = []
        for gen in alive:
            value = next(gen, done)
            if value is not done:
                values.append(value)
                survivors.append(gen)
        alive = survivors
    return values
