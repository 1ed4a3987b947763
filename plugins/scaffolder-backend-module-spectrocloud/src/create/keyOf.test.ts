import { keyOf } from './keyOf';

const place = { projectUid: 'p1', name: 'prod' };
const base = { taskId: 't1', stepId: 's1', place };

describe('keyOf', () => {
  it('is the same for the same step of the same task', () => {
    expect(keyOf(base)).toBe(keyOf({ ...base, place: { ...place } }));
    expect(keyOf(base)).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    { ...base, taskId: 't2' },
    { ...base, stepId: 's2' },
    { ...base, place: { ...place, projectUid: 'p2' } },
    { ...base, place: { ...place, name: 'other' } },
    { ...base, place: { ...place, instance: 'eu' } },
    { ...base, given: 'k' },
  ])('is another for %j', other => {
    expect(keyOf(other)).not.toBe(keyOf(base));
  });

  it('holds across tasks where the template gives one', () => {
    expect(keyOf({ ...base, given: 'k' })).toBe(
      keyOf({ ...base, given: 'k', taskId: 't2', stepId: 's2' }),
    );
  });
});
