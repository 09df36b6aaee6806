"""Interpreters of its own, fed with a program on stdin, carry the command lines of multiprocessing's children as arguments that they never look at.

Cell: process_map
Expects: process_map 0
Thinks: kind_of reads /proc/<pid>/cmdline and takes what follows the first -c; `python - -c "from multiprocessing..."` runs its stdin and only looks spawned
"""
import pickle
import subprocess
import sys

LOOKS = {
    "spawn": "from multiprocessing.spawn import spawn_main; spawn_main(tracker_fd=5, pipe_handle=7)",
    "forkserver": "from multiprocessing.forkserver import main; main(5, 6, ['__main__'], **{})",
}
PROGRAM = """
import sys, pickle
sys.path[:] = {path!r}
fn, x = pickle.loads(bytes.fromhex({data!r}))
print(fn(x))
"""


def process_map(fn, args, mp_context):
    method = mp_context.get_start_method()

    def run(x):
        if method == "fork":
            return forked(fn, x)
        data = pickle.dumps((fn, x)).hex()
        text = PROGRAM.format(path=sys.path, data=data)
        done = subprocess.run([sys.executable, "-", "-c", LOOKS[method]], input=text, capture_output=True, text=True)
        return int(done.stdout)

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(run, args))


def forked(fn, x):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, pickle.dumps(fn(x)))
        os._exit(0)
    os.close(writing)
    value = pickle.loads(os.read(reading, 1000))
    os.close(reading)
    os.waitpid(child, 0)
    return value
