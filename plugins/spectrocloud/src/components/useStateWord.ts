import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { spectroCloudTranslationRef } from '../translation';

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
  'Failed',
  'UnHealthy',
  'Warning',
  'Unknown',
] as const;

/** What people read for a state; a word that Palette adds stays as it is. */
export function useStateWord(): (state: string) => string {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return state => {
    const word = WORDS.find(each => each === state);
    return word ? t(`state.${word}`) : state;
  };
}
