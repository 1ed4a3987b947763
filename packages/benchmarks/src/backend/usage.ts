/** What a process has used so far. */
export interface Usage {
  /** User and system time, all threads, in ms. */
  cpuMs: number;
  heapBytes: number;
  rssBytes: number;
}

/** Of this process; `collect` frees first what can be freed. */
export function usageOfThisProcess(options?: { collect?: boolean }): Usage {
  if (options?.collect) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss } = process.memoryUsage();
  return {
    cpuMs: (user + system) / 1_000,
    heapBytes: heapUsed,
    rssBytes: rss,
  };
}
