import socket

from claimsdash.app.sending import send_at_once


def delays(found: socket.socket) -> bool:
    return not found.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_connections_that_a_listening_socket_accepts_send_at_once() -> None:
    with socket.socket() as listening, socket.socket() as caller:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        assert delays(listening)
        send_at_once()
        caller.connect(listening.getsockname())
        with listening.accept()[0] as accepted:
            assert not delays(accepted)
        assert delays(caller)
