"""Reading and writing DICOM. Knows nothing of enhancement.

pydicom's warnings and log entries quote values of the file, and those may name a patient. So
they are silenced for the whole program, and what they would say is found out and said here.
"""

import logging
import warnings

from pydicom import config

config.settings.reading_validation_mode = config.IGNORE
logging.getLogger("pydicom").propagate = False
warnings.filterwarnings("ignore", module=r"pydicom(\.|$)")
