"""Who does the work: processes of this machine, or an existing Dask cluster."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from houqin.errors import HouqinError


class NoClusterError(HouqinError):
    """The cluster cannot be used."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"连不上集群 {address}（{why}）。请检查地址，或不写 --scheduler，在本机运行。"
            f" / The cluster {address} cannot be reached ({why}). Check the address, or leave --scheduler out."
        )


@contextmanager
def executor(scheduler: str = "", jobs: int | None = None) -> Iterator[Executor]:
    """Give an executor of the standard kind.

    Raises:
        NoClusterError: the cluster cannot be reached, or the extra `cluster` is missing.
    """
    if not scheduler:
        with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
            yield pool
        return
    try:
        from distributed import Client
    except ImportError as error:
        raise NoClusterError(scheduler, 'pip install "houqin[cluster]"') from error
    try:
        client: Any = Client(scheduler, timeout=10, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        raise NoClusterError(scheduler, type(error).__name__) from error
    with client:
        yield client.get_executor()
