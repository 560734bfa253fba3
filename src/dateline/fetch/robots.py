"""What a site asks of programs that visit it (`robots.txt`, RFC 9309)."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from protego import Protego

from dateline.fetch.addresses import host_of
from dateline.fetch.client import Client
from dateline.fetch.report import FetchError

_LARGEST = 500 * 1024  # bytes that are read of it, as RFC 9309 has it


@dataclass
class Robots:
    """The rules of each site, asked for once; None stands for a site that could not say."""

    client: Client
    _rules: dict[str, Protego | None] = field(default_factory=dict)

    def check(self, url: str) -> None:
        """Raises FetchError where the address may not be fetched; sets the pause that its host asks for."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._read(site)
        rules = self._rules[site]
        if rules is None:
            raise FetchError(f"{parts.netloc} does not say what may be fetched (its robots.txt fails)")
        if not rules.can_fetch(url, self.client.agent):
            raise FetchError(f"robots.txt of {parts.netloc} asks not to fetch it", outcome="refused")
        self._pause(host_of(url), rules.crawl_delay(self.client.agent) or 0.0)

    def _pause(self, host: str, asked: float) -> None:
        longest = self.client.limits.longest
        if asked > longest:
            words = f"{host} asks for {asked:g} seconds between requests, more than {longest:g}"
            raise FetchError(words, outcome="refused")
        self.client.pauses[host] = asked

    def _read(self, site: str) -> Protego | None:
        """A site without the file allows all (4xx); one whose server fails allows nothing (5xx, no answer)."""
        try:
            answer = self.client.get(f"{site}/robots.txt")
        except FetchError:
            return None
        if answer.status >= 500:
            return None
        text = answer.body[:_LARGEST].decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(text)
