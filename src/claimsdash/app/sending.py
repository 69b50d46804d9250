"""Have the server send what it has at once.

Streamlit makes its listening socket without naming TCP as its protocol, and asyncio turns Nagle's algorithm off only on
sockets that name it. A second packet of an answer then waits until the first is acknowledged, which a peer may delay by
40 ms (RFC 896; RFC 9293, 3.7.4 and 3.8.6.3). Connections inherit the option from the socket that accepts them.
"""

import gc
import socket


def send_at_once() -> None:
    """Turn Nagle's algorithm off on every socket of this process that listens for TCP connections."""
    for found in gc.get_objects():
        if type(found) is socket.socket and _listens(found):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens(found: socket.socket) -> bool:
    if found.fileno() < 0 or found.family not in (socket.AF_INET, socket.AF_INET6) or found.type != socket.SOCK_STREAM:
        return False
    return bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
