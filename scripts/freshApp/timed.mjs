/** Runs a step and says how long it took. */
export async function timed(name, step) {
  const start = Date.now();
  const result = await step();
  const seconds = Math.round((Date.now() - start) / 1000);
  process.stdout.write(`--- ${name} (${seconds} s)\n`);
  return result;
}
