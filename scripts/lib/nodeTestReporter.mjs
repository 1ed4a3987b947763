/** A reporter for `node --test` that yields the run's counts as JSON. */
export default async function* countTests(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    const isTest =
      (type === 'test:pass' || type === 'test:fail') &&
      data.details.type !== 'suite';
    if (!isTest) {
      continue;
    }
    if (data.skip !== undefined || data.todo !== undefined) {
      counts.skipped += 1;
    } else {
      counts[type === 'test:pass' ? 'passed' : 'failed'] += 1;
    }
  }
  yield JSON.stringify(counts);
}
