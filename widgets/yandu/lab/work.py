"""Work that must not keep the reader waiting: in a thread, with progress and cancel."""

import threading
from collections.abc import Callable
from typing import Any


class CancelledError(Exception):
    """The reader does not want the result any more."""


class Job:
    """What a running piece of work sees of the outside.

    Args:
        tell: Is told the share that is done, 0 to 1.
    """

    def __init__(self, tell: Callable[[float], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def progress(self, share: float) -> None:
        """Tell how much is done.

        Raises:
            CancelledError: The work is to stop here.
        """
        if self.is_cancelled:
            raise CancelledError
        self._tell(share)

    def cancel(self) -> None:
        """Ask the work to stop; what it still gives is thrown away."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work is not wanted any more."""
        return self._stop.is_set()


class Worker:
    """Does one thing at a time; a new one takes the place of the old.

    Attributes:
        on_state: Is told whether something is going on in the background.
        on_progress: Is told the share that is done.
    """

    def __init__(
        self, on_state: Callable[[bool], None], on_progress: Callable[[float], None]
    ) -> None:
        self.on_state = on_state
        self.on_progress = on_progress
        self._job: Job | None = None
        self._lock = threading.Lock()
        self.thread: threading.Thread | None = None

    def run(
        self,
        work: Callable[[Job], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        in_background: bool,
    ) -> None:
        """Do `work` and hand its result to `done`, or its error to `failed`.

        Args:
            work: The work; it may tell its progress to the job and so be cancelled.
            done: Takes the result, unless it is not wanted any more.
            failed: Takes the error, likewise.
            in_background: Whether the work may take long.
        """
        job = self._begin()
        if not in_background:
            self._do(job, work, done, failed)
            return
        self.on_state(True)
        self.thread = threading.Thread(
            target=self._do, args=(job, work, done, failed), daemon=True
        )
        self.thread.start()

    def cancel(self) -> None:
        """Give up what is going on."""
        with self._lock:
            job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self.on_state(False)

    def _begin(self) -> Job:
        self.cancel()
        job = Job(lambda share: self._told(job, share))
        with self._lock:
            self._job = job
        return job

    def _told(self, job: Job, share: float) -> None:
        if self._job is job:
            self.on_progress(share)

    def _do(
        self,
        job: Job,
        work: Callable[[Job], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        result: Any = None
        error: Exception | None = None
        try:
            result = work(job)
        except CancelledError:
            return
        except Exception as raised:  # whatever it is, the reader must hear of it
            error = raised
        with self._lock:
            if self._job is not job:
                return  # cancelled, or something newer has begun
            self._job = None
        self.on_state(False)
        if error is None:
            done(result)
        else:
            failed(error)
