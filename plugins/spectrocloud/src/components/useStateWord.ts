import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { spectroCloudTranslationRef } from '../translation';
import { stateOf } from './stateOf';

/** Palette's words for states, of clusters and of virtual clusters' lives, and for health. */
const WORDS = [
  'Running',
  'Healthy',
  'Provisioning',
  'Importing',
  'Deleting',
  'Deleted',
  'Pending',
  'Pausing',
  'Paused',
  'Resuming',
  'Error',
  'UnHealthy',
  'Warning',
  'Unknown',
] as const;

/** What people read for a state; a word that Palette adds stays as it is. */
export function useStateWord(): (state: string) => string {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return useCallback(
    state => {
      const word = WORDS.find(each => each === stateOf(state));
      return word ? t(`state.${word}`) : state;
    },
    [t],
  );
}
