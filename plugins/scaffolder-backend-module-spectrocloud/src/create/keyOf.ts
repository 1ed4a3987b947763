import { createHash } from 'node:crypto';

/** As long as a value of a Palette tag may be, and more than enough to be unique. */
const LENGTH = 32;

/**
 * What a created cluster is tagged with, so that the same creation finds it again:
 * a hash, since the parts may hold what a tag may not.
 */
export function keyOf(options: {
  /** The template's own, which holds across tasks. */
  given?: string;
  taskId: string;
  stepId?: string;
  place: { instance?: string; projectUid: string; name: string };
}): string {
  const { given, taskId, stepId = '', place } = options;
  const { instance = '', projectUid, name } = place;
  const scope = given === undefined ? ['task', taskId, stepId] : ['key', given];
  return createHash('sha256')
    .update(JSON.stringify([...scope, instance, projectUid, name]))
    .digest('hex')
    .slice(0, LENGTH);
}
