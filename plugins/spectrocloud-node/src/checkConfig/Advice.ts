/**
 * What to do about one key of a configuration of the public Palette plugins.
 *
 * @public
 */
export interface Advice {
  /** `change`: it would not work, or work otherwise; `note`: it works, and should be known. */
  kind: 'change' | 'note';
  /** The key, as `spectrocloud.environments[0].name`. */
  key: string;
  /** One or two sentences. */
  text: string;
}

/** Says that something has to change. */
export function change(key: string, text: string): Advice {
  return { kind: 'change', key, text };
}

/** Says what should be known. */
export function note(key: string, text: string): Advice {
  return { kind: 'note', key, text };
}
