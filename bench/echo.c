/* The least a server can do, so the most the loopback and the crowd can see: one thread, epoll, capital letters.
   Prints its port; ends when its standard input closes. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static int loop;

static void watch(int fd) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    epoll_ctl(loop, EPOLL_CTL_ADD, fd, &event);
}

static void talk(int conn) {
    char data[1024];
    ssize_t n = recv(conn, data, sizeof data, 0);
    if (n <= 0) {
        close(conn);
        return;
    }
    for (ssize_t i = 0; i < n; i++) data[i] = toupper((unsigned char)data[i]);
    if (send(conn, data, n, MSG_NOSIGNAL) != n) close(conn);
}

int main(void) {
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);

    int server = socket(AF_INET, SOCK_STREAM, 0), conn;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    if (bind(server, (struct sockaddr *)&address, length) || listen(server, 4096)) return 1;
    getsockname(server, (struct sockaddr *)&address, &length);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);

    loop = epoll_create1(0);
    watch(server);
    watch(STDIN_FILENO);
    struct epoll_event events[256];
    for (;;) {
        int n = epoll_wait(loop, events, 256, -1);
        for (int i = 0; i < n; i++) {
            if (events[i].data.fd == STDIN_FILENO) return 0;
            if (events[i].data.fd != server) talk(events[i].data.fd);
            else if ((conn = accept(server, NULL, NULL)) >= 0) watch(conn);
        }
    }
}
