import { Progress } from '@backstage/core-components';
import { lazy, Suspense } from 'react';

const UsageTab = lazy(() => import('./UsageTab'));

/** Charts are large, and loaded only where they are shown. */
export const LazyUsageTab = (props: { uid: string }) => (
  <Suspense fallback={<Progress />}>
    <UsageTab {...props} />
  </Suspense>
);
