# Apertium APy as Debian ships it, on loopback only: by itself it listens on all interfaces and has no option for that.
# Usage: /usr/bin/python3 apertium_loopback.py -p PORT -j1 /usr/share/apertium
import tornado.httpserver

bind_anywhere = tornado.httpserver.HTTPServer.bind


def bind_loopback(server, port, address="127.0.0.1", *rest, **named):
    bind_anywhere(server, port, "127.0.0.1", *rest, **named)


tornado.httpserver.HTTPServer.bind = bind_loopback

from apertium_apy.apy import main  # noqa: E402

main()
