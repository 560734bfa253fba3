"""A test that any extractor can be put to: odd reports in, every broken promise out.

From a test of yours: `assert faults_of("NAME") == []`; from a shell: `python -m dateline.conformance NAME`.
"""

from dateline.conformance.target import faults_of
from dateline.conformance.trial import Fault, trial

__all__ = ["Fault", "faults_of", "trial"]
