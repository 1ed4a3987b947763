import { Progress } from '@backstage/core-components';
import { lazy, Suspense } from 'react';

const CreateClusterPage = lazy(() => import('./CreateClusterPage'));

/** The wizard brings schemas and rules of its own, which nobody else needs. */
export const LazyCreateClusterPage = (props: { back: string }) => (
  <Suspense fallback={<Progress />}>
    <CreateClusterPage {...props} />
  </Suspense>
);
