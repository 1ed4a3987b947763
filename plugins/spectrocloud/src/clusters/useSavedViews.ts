import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { storageApiRef } from '../coreApiRefs';

/** A way to look at the list, under a name of the user's own. */
export interface SavedView {
  name: string;
  /** Filters, order and columns, as the address has them. */
  query: string;
}

export const MAX_NAME_LENGTH = 60;
/** As many as people find their way in. */
const MAX_VIEWS = 30;
const BUCKET = 'spectrocloud';
const KEY = 'cluster-views';

/** Where in a list one looks is no part of how. */
export function toViewQuery(params: URLSearchParams): string {
  const query = new URLSearchParams(params);
  query.delete('page');
  return query.toString();
}

/** What is stored may be of anybody's making. */
export function readViews(stored: unknown): SavedView[] {
  if (!Array.isArray(stored)) return [];
  return stored
    .filter(Boolean)
    .flatMap(({ name, query }: Partial<Record<keyof SavedView, unknown>>) =>
      typeof name === 'string' && typeof query === 'string' && name.trim()
        ? [
            {
              name: name.slice(0, MAX_NAME_LENGTH),
              query: toViewQuery(new URLSearchParams(query)),
            },
          ]
        : [],
    )
    .slice(0, MAX_VIEWS);
}

/** The user's own views of the cluster list; kept where Backstage keeps what its users choose. */
export function useSavedViews() {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [stored, setStored] = useState<unknown>(
    () => bucket.snapshot(KEY).value,
  );
  useEffect(() => {
    setStored(bucket.snapshot(KEY).value);
    const subscription = bucket
      .observe$(KEY)
      .subscribe(({ value }) => setStored(value));
    return () => subscription.unsubscribe();
  }, [bucket]);
  const views = useMemo(() => readViews(stored), [stored]);

  /** A view of the same name is replaced. */
  const save = useCallback(
    (view: SavedView) => {
      const others = views.filter(({ name }) => name !== view.name);
      const next = [...others, view].sort((a, b) =>
        a.name.localeCompare(b.name),
      );
      return bucket.set(
        KEY,
        next.map(({ name, query }) => ({ name, query })),
      );
    },
    [bucket, views],
  );
  const remove = useCallback(
    (name: string) =>
      bucket.set(
        KEY,
        views
          .filter(view => view.name !== name)
          .map(view => ({ name: view.name, query: view.query })),
      ),
    [bucket, views],
  );
  return { views, save, remove, isFull: views.length >= MAX_VIEWS };
}
