import { Browser } from './Browser';

const AT_ONCE = 8;

/** A browser for each of the addresses, signed in. */
export async function signInAll(
  backendUrl: string,
  emails: string[],
): Promise<Browser[]> {
  const browsers: Browser[] = [];
  const left = [...emails.entries()];
  const signInNext = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [index, email] = next;
      browsers[index] = new Browser(backendUrl);
      await browsers[index].signIn(email);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, signInNext));
  return browsers;
}
