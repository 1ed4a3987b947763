import { createContext } from 'react';

/** The namespace that the entity names which the page is about. */
export const AccessNamespace = createContext<string | undefined>(undefined);

/** By which the Kubernetes plugin, too, asks for one namespace only. */
export const NAMESPACE_ANNOTATION = 'backstage.io/kubernetes-namespace';
