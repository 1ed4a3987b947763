import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startBackend } from '../src/__testUtils__/startBackend';

/** What the parent asks of a replica. */
export type Question =
  { ask: 'logs' } | { ask: 'memory' } | { ask: 'clock'; offsetMs: number };

/** The clock of this process, which steps as one does that NTP corrects. */
function steppingClock(): (offsetMs: number) => void {
  const RealDate = Date;
  let offset = 0;
  class SteppedDate extends RealDate {
    constructor(value: string | number | Date = RealDate.now() + offset) {
      super(value);
    }

    static now(): number {
      return RealDate.now() + offset;
    }
  }
  Object.assign(globalThis, { Date: SteppedDate });
  return offsetMs => {
    offset = offsetMs;
  };
}

/** Bytes of the heap that are in use once the garbage is gone. */
function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

async function main(): Promise<void> {
  process.on('disconnect', () => process.exit(0));
  const setClock = steppingClock();
  const backend = await startBackend(
    JSON.parse(process.env.REPLICA_OPTIONS ?? '{}'),
  );
  process.on('message', (question: Question) => {
    if (question.ask === 'logs') {
      process.send?.({ lines: backend.logs.splice(0) });
    } else if (question.ask === 'memory') {
      process.send?.({ usedHeap: usedHeap() });
    } else if (question.ask === 'clock') {
      setClock(question.offsetMs);
      process.send?.({ offsetMs: question.offsetMs });
    }
  });
  process.send?.('ready');
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
