"""What can happen to a request on its way: each is a behaviour of the man in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.together.http_bytes import make_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.together.meddler import Line

    Behaviour = Callable[[Line], None]

PORTAL = b"<!doctype html><title>Wi-Fi</title><p>Silakan masuk untuk memakai internet."
GATEWAY = b"<html><h1>502 Bad Gateway</h1></html>"


def drop_reply(line: Line) -> None:
    """The server has it; the PC never hears so."""
    line.forward()


def send_twice(line: Line) -> None:
    """A line that repeats itself; the PC hears the second answer."""
    line.forward()
    line.answer(line.forward())


def drip(line: Line) -> None:
    """The answer comes a byte at a time, and in the end it is all there."""
    for byte in line.forward():
        line.answer(bytes([byte]))


def cut_request(at: int) -> Behaviour:
    """The server gets so many bytes, and the PC no answer."""

    def behaviour(line: Line) -> None:
        line.push(line.request[:at])

    return behaviour


def say(data: bytes) -> Behaviour:
    """Somebody else answers, and the server never hears of the request."""
    return lambda line: line.answer(data)


def deliver_but_say(data: bytes) -> Behaviour:
    """The server has it, and on the way back somebody else's answer takes the place of its own."""

    def behaviour(line: Line) -> None:
        line.forward()
        line.answer(data)

    return behaviour


LIES = {
    "captive portal": make_answer("200 OK", "text/html", PORTAL),
    "portal as JSON": make_answer("200 OK", "application/json", PORTAL),
    "redirect": b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/masuk\r\n"
    b"Content-Length: 0\r\n\r\n",
    "proxy sign-in": make_answer("407 Proxy Authentication Required", "text/html", PORTAL),
    "network sign-in": make_answer("511 Network Authentication Required", "text/html", PORTAL),
    "500": make_answer("500 Internal Server Error", "text/plain", b"oops"),
    "502": make_answer("502 Bad Gateway", "text/html", GATEWAY),
    "503 without a body": make_answer("503 Service Unavailable", "application/json", b""),
    "404 of another site": make_answer("404 Not Found", "text/html", GATEWAY),
    "garbage": bytes(range(256)) * 3,
    "garbage as JSON": make_answer("200 OK", "application/json", bytes(range(256))),
    "nothing": b"",
    "empty": make_answer("200 OK", "text/html", b""),
    "empty JSON": make_answer("200 OK", "application/json", b""),
    "no content": b"HTTP/1.1 204 No Content\r\n\r\n",
    "JSON of another service": make_answer("200 OK", "application/json", b'{"status":"ok"}'),
    "a JSON list": make_answer("200 OK", "application/json", b"[]"),
    "reply to another": make_answer(
        "200 OK",
        "application/json",
        b'{"accepted":[[1,9007199254740991]],"cursor":9000,"parcel":"0123456789abcdef"}',
    ),
    "less than promised": b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    b'Content-Length: 900\r\n\r\n{"parcel":"0123456789abcdef"}',
    "broken chunks": b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
}
"""Answers that are none of the server's, by what they are."""
