import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { profileCloudOf } from '@terasky/backstage-plugin-spectrocloud-react';
import { cloudLabel } from '../../components/cloudLabel';
import { Facts } from '../../components/Facts';
import { spectroCloudTranslationRef } from '../../translation';
import { listOf, textOf } from '../fields/Field';
import type { Draft } from '../model/Draft';

/** The cluster in a few words, as far as they mean something to people. */
export const SummaryFacts = ({ draft }: { draft: Draft }) => {
  const { kind, values, profiles, pools } = draft;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  const places = ['region', 'location', 'datacenter', 'domain'];
  const place = places.map(id => textOf(values[id])).find(Boolean);
  return (
    <Facts
      facts={[
        [t('create.field.name'), textOf(values.name) || none],
        [t('create.kind'), cloudLabel(profileCloudOf(kind))],
        ...(place
          ? ([[t('create.step.placement'), place]] satisfies [string, string][])
          : []),
        [t('create.field.tags'), listOf(values.tags).join(', ') || none],
        [
          t('create.step.profiles'),
          profiles
            .map(({ name, version }) => `${name} ${version}`)
            .join(', ') || none,
        ],
        ...(kind === 'virtual'
          ? []
          : ([
              [
                t('create.step.pools'),
                pools
                  .map(
                    pool =>
                      `${textOf(pool.values.poolName)} (${
                        pool.values.autoscale === true
                          ? `${textOf(pool.values.minSize)}–${textOf(pool.values.maxSize)}`
                          : textOf(pool.values.size)
                      })`,
                  )
                  .join(', ') || none,
              ],
            ] satisfies [string, string][])),
      ]}
    />
  );
};
