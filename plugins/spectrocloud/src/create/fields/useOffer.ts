import { useApi } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { Option } from '@terasky/backstage-plugin-spectrocloud-react';
import { createContext, useContext, useEffect, useRef, useState } from 'react';
import type { Values } from './Field';
import { OFFER_NEEDS, type OfferName } from './offerNeeds';
import { isKnown, OFFERS } from './offers';

/** Where the wizard asks, and what it was told already. */
export interface OfferScope {
  cloudType: string;
  instance?: string;
  projectUid: string;
  /** Answers of this visit, by question: fields that ask the same share one call. */
  answers: Map<string, Promise<Option[]>>;
}

const OfferContext = createContext<OfferScope | undefined>(undefined);

export const OfferProvider = OfferContext.Provider;

/** What an offer has come to. */
export interface Offer {
  options: Option[];
  loading: boolean;
  /** Palette wouldn't say: people can still type. */
  error?: Error;
}

const NONE: Offer = { options: [], loading: false };

/** What Palette offers for a field; nothing as long as it can't be asked. */
export function useOffer(name: OfferName | undefined, values: Values): Offer {
  const api = useApi(spectroCloudApiRef);
  const scope = useContext(OfferContext);
  const needs: readonly string[] = name ? OFFER_NEEDS[name] : [];
  const ready =
    name !== undefined &&
    Boolean(scope?.projectUid) &&
    needs.every(id => isKnown(values, id));
  const question = ready
    ? JSON.stringify([
        name,
        scope?.instance,
        scope?.projectUid,
        scope?.cloudType,
        needs.map(id => values[id]),
      ])
    : '';
  const [state, setState] = useState<{ question: string; offer: Offer }>();
  // The question says everything of these that matters.
  const latest = useRef({ api, name, scope, values });
  latest.current = { api, name, scope, values };

  useEffect(() => {
    const asked = latest.current;
    if (!question || !asked.scope || !asked.name) return undefined;
    let current = true;
    const { answers, cloudType, instance, projectUid } = asked.scope;
    const settle = (offer: Offer) => current && setState({ question, offer });
    let answer = answers.get(question);
    if (!answer) {
      answer = OFFERS[asked.name]({
        api: asked.api,
        cloudType,
        values: asked.values,
        options: { instance, projectUid },
      });
      answers.set(question, answer);
    }
    answer.then(
      options => settle({ options, loading: false }),
      error => {
        // The next time it is asked anew.
        answers.delete(question);
        settle({ options: [], loading: false, error });
      },
    );
    return () => {
      current = false;
    };
  }, [question]);
  if (!question) return NONE;
  return state?.question === question
    ? state.offer
    : { options: [], loading: true };
}
