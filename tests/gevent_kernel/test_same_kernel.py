"""Everything else that a notebook does goes on working in a kernel with greenlets."""

from __future__ import annotations

import pytest

from tests.gevent_kernel.kernels import Kernel, answers, ask


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "from concurrent.futures import *\nimport threading, time\nmeeting = threading.Barrier(3)\n"
            "with ThreadPoolExecutor(3) as pool:\n"
            "    print(sorted(pool.map(lambda n: (meeting.wait(30), time.sleep(0.01), n)[2], range(3))))",
            "[0, 1, 2]\n",
        ),
        (
            "from concurrent.futures import *\nimport multiprocessing, time\ndef square(n):\n    time.sleep(0.01)\n"
            "    return n * n\nwith ProcessPoolExecutor(2, multiprocessing.get_context('fork')) as pool:\n"
            "    print(list(pool.map(square, range(4))))",
            "[0, 1, 4, 9]\n",
        ),
        (
            "import subprocess\nprint(subprocess.run(['sh', '-c', 'echo out; exit 3'], capture_output=True))",
            "CompletedProcess(args=['sh', '-c', 'echo out; exit 3'], returncode=3, stdout=b'out\\n', stderr=b'')\n",
        ),
        ("import asyncio\nprint(await asyncio.gather(*[asyncio.sleep(0, n) for n in range(3)]))", "[0, 1, 2]\n"),
        (
            "import asyncio\nout = await asyncio.create_subprocess_exec('echo', 'hello', stdout=-1)\n"
            "print(await out.communicate())",
            "(b'hello\\n', None)\n",
        ),
        ("import ssl\nprint(ssl.create_default_context().minimum_version.name)", "TLSv1_2\n"),
    ],
    ids=["threads", "processes", "subprocess", "await", "asyncio-subprocess", "ssl"],
)
def test_still_works(kernel: Kernel, port: int, code: str, said: str) -> None:
    outcome = kernel.run(code)
    assert (outcome.stdout, outcome.error) == (said, "")
    assert ask(port) == answers()


def test_shell_commands_never_lose_their_output(kernel: Kernel) -> None:
    kernel.run("import subprocess; subprocess.Popen(['true']).wait()")
    said = [kernel.run("!echo hello").stdout.split() for _ in range(30)]
    assert said == [["hello"]] * 30


def test_pip(kernel: Kernel) -> None:
    assert kernel.run("%pip --version").stdout.startswith("pip ")


def test_a_forked_child_does_not_answer_for_its_parent(kernel: Kernel, port: int) -> None:
    """A worker process that sleeps (patched) would run its copy of the server, were its hub not a new one."""
    code = (
        "import multiprocessing, os, time\nfrom concurrent.futures import ProcessPoolExecutor\n"
        "def who(): return os.getpid()\n"
        "def talk(conn):\n    with conn:\n        conn.recv(1024)\n        conn.sendall(b'%d' % os.getpid())\n"
        "pool = ProcessPoolExecutor(2, multiprocessing.get_context('fork'))\n"
        "workers = [pool.submit(time.sleep, 1) for _ in range(2)]\nprint(os.getpid())"
    )
    mine = kernel.run(code).stdout.strip().encode()
    assert set(ask(port, 50)) == {mine}
    kernel.run("pool.shutdown()")
    kernel.run("def talk(conn):\n    with conn:\n        while data := conn.recv(1024): conn.sendall(data.upper())")


def test_widgets_hear_their_events(kernel: Kernel, port: int) -> None:
    shown = kernel.run(
        "import ipywidgets\nslider = ipywidgets.IntSlider()\nseen = []\n"
        "slider.observe(lambda change: seen.append(change['new']), 'value')\nprint(slider.model_id)"
    )
    content = {"comm_id": shown.stdout.strip(), "data": {"method": "update", "state": {"value": 7}, "buffer_paths": []}}
    kernel.client.shell_channel.send(kernel.client.session.msg("comm_msg", content))
    assert kernel.run("seen").result == "[7]"


def test_threads_leave_no_descriptors_behind(kernel: Kernel) -> None:
    code = (
        "import gevent, os, threading, time\ndef run(f):\n"
        "    threads = [threading.Thread(target=f, args=[0.001]) for _ in range(50)]\n"
        "    for thread in threads: thread.start()\n    for thread in threads: thread.join()\n"
        "before = len(os.listdir('/proc/self/fd'))\nrun(time.sleep)\nrun(gevent.sleep)\n"
        "print(len(os.listdir('/proc/self/fd')) - before)"
    )
    assert int(kernel.run(code).stdout) < 10


def test_a_failed_greenlet_is_told_once(kernel: Kernel) -> None:
    told = kernel.run("import gevent\nbad = gevent.spawn(lambda: 1 / 0)")
    after = kernel.run("bad.ready()")
    assert (told.stderr + after.stderr).count("ZeroDivisionError: division by zero") == 1
    assert after.result == "True"


def test_patch_all_says_a_sentence_and_changes_nothing(kernel: Kernel, port: int) -> None:
    said = kernel.run("from gevent import monkey; monkey.patch_all()")
    assert said.stdout.startswith("monkey.patch_all() has nothing left to do in this notebook")
    assert (said.stderr, said.error) == ("", "")
    assert kernel.run("monkey.patch_thread()").stdout.startswith("monkey.patch_thread() did nothing")
    kernel.run("monkey.patch_subprocess(); monkey.patch_signal(); monkey.patch_os()")
    real = "import threading, selectors, subprocess\n[threading.Lock, selectors.DefaultSelector, subprocess.Popen]"
    assert "gevent" not in kernel.run(real).result
    assert ask(port) == answers()
