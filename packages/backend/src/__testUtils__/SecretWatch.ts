const JWT = /eyJ[\w-]{8,}\.[\w-]{8,}\./;
const EMAIL = /[\w.+-]+(?:@|%40)[\w-]+\.example\b/;
/** Shorter values turn up by chance. */
const MIN_SECRET_LENGTH = 16;

/** Collects what must never be logged, and looks for it. */
export class SecretWatch {
  readonly #secrets = new Set<string>();

  /** Remembers tokens, codes, cookies and the like. */
  add(...secrets: Array<string | null | undefined>): void {
    for (const secret of secrets) {
      if (secret && secret.length >= MIN_SECRET_LENGTH) {
        this.#secrets.add(secret);
      }
    }
  }

  /** The log lines that give something away, with what it is. */
  findIn(logs: string[]): string[] {
    return logs.flatMap(line => {
      const { level } = JSON.parse(line) as { level: string };
      const found = [
        JWT.test(line) && 'a JWT',
        level !== 'debug' && EMAIL.test(line) && 'an e-mail',
        [...this.#secrets].some(secret => line.includes(secret)) && 'a secret',
      ].filter(Boolean);
      return found.length > 0 ? [`${found.join(', ')} in ${line}`] : [];
    });
  }
}
