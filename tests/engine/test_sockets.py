"""The kernel's table of sockets, as a container shows it."""

from dockerize_ml.engine.sockets import Socket, read_sockets

TABLE = """\
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1388 00000000:0000 0A 00000000:00000000 00:00000000 00000000 10001        0 762457 1
   1: 00000000:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000 10001        0 762458 1
   2: 0B00007F:A2C1 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 762459 1
   3: 020011AC:1388 0100007F:ABCD 01 00000000:00000000 00:00000000 00000000 10001        0 762460 1
  sl  local_address                         remote_address                        st
   0: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 00000000:00000000
   1: 00000000000000000000000001000000:0051 00000000000000000000000000000000:0000 0A 00000000:00000000
"""


def test_only_listening_sockets_count_and_the_engines_name_server_does_not() -> None:
    assert list(read_sockets(TABLE)) == [
        Socket(5000, loopback=True),
        Socket(8000, loopback=False),
        Socket(80, loopback=False),
        Socket(81, loopback=True),
    ]


def test_a_container_without_a_table_listens_nowhere() -> None:
    assert list(read_sockets("cat: not found\n")) == []
