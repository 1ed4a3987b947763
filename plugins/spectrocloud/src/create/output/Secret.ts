/** A secret variable that an output names, without its value. */
export interface Secret {
  profileUid: string;
  /** Name of the variable at Palette. */
  name: string;
  /** Name that stands for it in an output: letters, digits and `_`. */
  key: string;
}

function keyOf(name: string): string {
  const key = name.replace(/[^A-Za-z0-9_]/g, '_');
  return /^[A-Za-z]/.test(key) ? key : `secret_${key}`;
}

/** Every secret with a name of its own, whatever profiles call theirs. */
export function toSecrets(names: Record<string, string[]>): Secret[] {
  const taken = new Set<string>();
  return Object.entries(names).flatMap(([profileUid, ofProfile]) =>
    ofProfile.map(name => {
      const base = keyOf(name);
      let key = base;
      for (let next = 2; taken.has(key); next += 1) key = `${base}_${next}`;
      taken.add(key);
      return { profileUid, name, key };
    }),
  );
}
