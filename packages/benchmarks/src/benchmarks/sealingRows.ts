import { createHistogram } from 'node:perf_hooks';
import { Keyring } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Cell } from '../report/Section';
import { tokensUntil } from './FilledTokenStore';

const SEALINGS = 5_000;

const keyring = Keyring.fromSecrets([
  'a key of the benchmarks, of 32 characters',
]);

/** What sealing and opening the tokens of a session costs. */
export function sealingRows(): Cell[][] {
  const text = JSON.stringify(tokensUntil(new Date()));
  const envelope = keyring.seal(text, 'a row');
  const measure = (what: string, work: () => unknown, bytes: number) => {
    const histogram = createHistogram();
    for (let round = 0; round < SEALINGS; round++) {
      const startedAt = process.hrtime.bigint();
      work();
      histogram.record(process.hrtime.bigint() - startedAt);
    }
    return [
      what,
      histogram.percentile(50) / 1e3,
      histogram.percentile(99) / 1e3,
      bytes,
    ];
  };
  return [
    measure('seal', () => keyring.seal(text, 'a row'), text.length),
    measure('open', () => keyring.open(envelope, 'a row'), envelope.length),
  ];
}
