import { rootCertificates } from 'node:tls';
import { Agent, fetch as fetchThrough, type RequestInit } from 'undici';

/** A fetch that trusts a further authority; Node reads those for all of a process at its start only. */
export function fetchTrusting(authorityPem: string): typeof fetch {
  const dispatcher = new Agent({
    connect: { ca: [...rootCertificates, authorityPem] },
  });
  const trusting = (url: string | URL, init?: RequestInit) =>
    fetchThrough(url, { ...init, dispatcher });
  // Node's own types of the same classes are of an earlier undici.
  return trusting as unknown as typeof fetch;
}
