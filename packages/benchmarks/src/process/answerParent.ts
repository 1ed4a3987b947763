type Command = (argument: never) => unknown;

interface Question {
  id: number;
  command: string;
  argument?: unknown;
}

/** The framework sends messages of its own over the same channel. */
function isQuestion(message: unknown): message is Question {
  return typeof message === 'object' && message !== null && 'id' in message;
}

/**
 * Lets the parent of this process ask for what `commands` can do, and ends the
 * process when the parent has gone. Imports nothing, so that it also runs in a
 * checkout that has other packages than this one.
 */
export function answerParent(options: {
  /** What the parent is told at the start. */
  ready: unknown;
  commands: Record<string, Command>;
}): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', async (message: unknown) => {
    if (!isQuestion(message)) return;
    const { id, command, argument } = message;
    try {
      const result = await options.commands[command](argument as never);
      process.send?.({ id, result });
    } catch (error) {
      process.send?.({ id, error: String(error) });
    }
  });
  process.send?.({ ready: options.ready });
}
