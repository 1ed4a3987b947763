import type { Entity } from '@backstage/catalog-model';
import { createContext } from 'react';

/** Of the entity that the page is about; without a name the Kubernetes plugin asks for the whole cluster. */
export interface EntityNamespace {
  name?: string;
}

/** None where the page is about no entity. */
export const AccessNamespace = createContext<EntityNamespace | undefined>(
  undefined,
);

/** By which the Kubernetes plugin, too, asks for one namespace only. */
const NAMESPACE_ANNOTATION = 'backstage.io/kubernetes-namespace';

export function namespaceOf({ metadata }: Entity): EntityNamespace {
  return { name: metadata.annotations?.[NAMESPACE_ANNOTATION] };
}
