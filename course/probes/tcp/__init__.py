"""The probes of the TCP lesson: scripted connections, stingy sockets, and real servers and clients on loopback."""

from course.probes.peers import Silence
from course.probes.tcp.accept_loop import watch_accept_loop
from course.probes.tcp.ask_all import watch_ask_all
from course.probes.tcp.client import watch_client
from course.probes.tcp.communicate import HANDFUL, watch_communicate
from course.probes.tcp.load import watch_load
from course.probes.tcp.recv_exactly import watch_recv_exactly
from course.probes.tcp.serve import watch_serve
from course.probes.tcp.slow_readers import watch_slow_readers
from course.probes.tcp.start import watch_start
from course.probes.tcp.talk import watch_talk

__all__ = [
    "HANDFUL",
    "Silence",
    "watch_accept_loop",
    "watch_ask_all",
    "watch_client",
    "watch_communicate",
    "watch_load",
    "watch_recv_exactly",
    "watch_serve",
    "watch_slow_readers",
    "watch_start",
    "watch_talk",
]
