import { cpus, totalmem } from 'node:os';

const GIBIBYTE = 2 ** 30;

/** On what the figures were taken; without names. */
export function describeMachine(): string {
  const [{ model }, ...others] = cpus();
  const memory = Math.round(totalmem() / GIBIBYTE);
  return `${others.length + 1} × ${model.trim()}, ${memory} GiB, Node ${process.version}`;
}
