/**
 * Something about the surroundings that stops a script: the message is the one
 * sentence the user reads, and it names the remedy.
 */
export class Problem extends Error {}

/** Runs a script's main function and turns its failure into an exit code. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const text = error instanceof Problem ? error.message : error.stack;
    process.stderr.write(`\n${text}\n`);
    process.exit(1);
  }
}
