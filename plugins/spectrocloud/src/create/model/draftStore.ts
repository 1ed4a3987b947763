import { z } from 'zod';
import type { Draft } from './Draft';
import { draftSchema } from './draftSchema';

const KEY = 'spectrocloud.create-cluster';

const storedSchema = z.strictObject({ user: z.string(), draft: draftSchema });

/** Where drafts are kept: for the life of a tab. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The user's draft in this tab; somebody else's is thrown away. */
export function readDraft(
  storage: DraftStorage,
  user: string,
): Draft | undefined {
  try {
    const stored = storedSchema.parse(JSON.parse(storage.getItem(KEY) ?? ''));
    if (stored.user === user) return stored.draft;
  } catch {
    // Nothing, or nothing that can be read.
  }
  removeDraft(storage);
  return undefined;
}

/** Keeps the draft, as long as the browser has room. */
export function writeDraft(
  storage: DraftStorage,
  user: string,
  draft: Draft,
): void {
  try {
    storage.setItem(KEY, JSON.stringify({ user, draft }));
  } catch {
    // A browser that keeps nothing loses no more than a reload does anyway.
  }
}

/** Forgets the draft, whoever's it is. */
export function removeDraft(storage: DraftStorage): void {
  try {
    storage.removeItem(KEY);
  } catch {
    // There is none where storage is closed.
  }
}
