"""What a claim about who did it amounts to: an accusation, a denial or an admission."""

from collections.abc import Container, Hashable
from dataclasses import dataclass

from dateline.facts.extraction import FoundClaim
from dateline.model import Claim

PERPETRATOR, ALLEGED = "perpetrator", "alleged-perpetrator"
ACCUSED_ROLES = frozenset({PERPETRATOR, ALLEGED})
_SAYS_SO = frozenset({"asserts", "reports"})


@dataclass(frozen=True)
class Statement:
    """A claim reduced to what the judge looks at.

    speaker  the record of who speaks; None for the report itself and for whoever has no record
    subject  the record of who is spoken of; None where nobody is, or somebody in words alone
    """

    stance: str
    role: str
    speaker: Hashable | None = None
    subject: Hashable | None = None
    unclear: bool = False

    @property
    def is_on_blame(self) -> bool:
        """True where it is about who did it, whatever it says of that."""
        return self.role in ACCUSED_ROLES

    @property
    def says_so(self) -> bool:
        """True where the speaker asserts it or passes it on, rather than denying it or taking it back."""
        return self.stance in _SAYS_SO

    @property
    def accuses(self) -> bool:
        """True where it says of somebody that he did it; silence, a denial and “it is unclear who” do not."""
        return self.is_on_blame and self.says_so and not self.unclear

    @property
    def accuses_record(self) -> bool:
        """True where it accuses somebody with a record: “gunmen” in words alone identify nobody."""
        return self.accuses and self.subject is not None

    @property
    def denies(self) -> bool:
        """True where it says of somebody that he did not do it."""
        return self.is_on_blame and self.stance == "denies"

    def admits(self, groups: Container[Hashable] = ()) -> bool:
        """True where the speaker asserts of itself, or of one of the groups it belongs to, that it did it.

        Only a record can admit: two claims by nobody in particular are not by the same one.
        """
        own = self.speaker is not None and (self.speaker == self.subject or self.subject in groups)
        return own and self.subject is not None and (self.stance, self.role) == ("asserts", PERPETRATOR)


def statement_of(claim: Claim | FoundClaim) -> Statement:
    """The statement of a claim of a briefing (records by id) or of an extraction (actors by position)."""
    if isinstance(claim, Claim):
        about = claim.about
        return Statement(claim.stance, about.role or "", claim.claimant.actor, about.actor, about.unclear)
    speaker = claim.claimant if isinstance(claim.claimant, int) else None
    return Statement(claim.stance, claim.role, speaker, claim.subject, claim.unclear)
