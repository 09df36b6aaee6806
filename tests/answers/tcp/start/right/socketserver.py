"""`socketserver.ThreadingMixIn`, whose server_close() joins the threads of its clients."""

import socket
import socketserver
import threading


def start(talk):
    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            try:
                talk(self.request)
            except OSError:
                pass

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = False
        request_queue_size = 512

        def __init__(self, *args):
            self.open = set()
            super().__init__(*args)

        def process_request(self, request, client_address):
            self.open.add(request)
            super().process_request(request, client_address)

        def shutdown_request(self, request):
            super().shutdown_request(request)
            self.open.discard(request)

    server = Server(("127.0.0.1", 0), Handler)
    loop = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    loop.start()

    def stop():
        server.shutdown()
        loop.join()
        for request in list(server.open):
            try:
                request.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        server.server_close()

    return server.server_address, stop
