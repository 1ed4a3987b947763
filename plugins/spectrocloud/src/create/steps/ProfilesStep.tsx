import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import {
  choosable,
  isInfrastructure,
  profileCloudOf,
  useLoad,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { useMemo } from 'react';
import { ErrorState } from '../../components/ErrorState';
import { spectroCloudTranslationRef } from '../../translation';
import { target } from '../creation/Problem';
import { elementIdOf, useProblem } from '../ProblemsContext';
import { chosenVersion, toggleProfile } from '../profiles/profileChoices';
import { ProfilePicker } from '../profiles/ProfilePicker';
import { ProfileSettings } from '../profiles/ProfileSettings';
import type { Wizard } from '../useWizard';
import { PoolEditor } from '../pools/PoolEditor';

/** Which profiles the cluster is made of, and what they ask for. */
export const ProfilesStep = ({ wizard }: { wizard: Wizard }) => {
  const { draft, change } = wizard;
  const { kind, instance, projectUid } = draft;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const problem = useProblem(target.profiles);
  const { value, error, reload } = useLoad(
    options =>
      api.searchProfiles(
        { cloudTypes: [profileCloudOf(kind), 'all'] },
        { ...options, instance, projectUid },
      ),
    JSON.stringify([kind, instance, projectUid]),
  );
  const groups = useMemo(() => choosable(value ?? [], kind), [value, kind]);
  const choicesOf = (wanted: boolean) =>
    groups
      .filter(group => isInfrastructure(group) === wanted)
      .map(group => ({
        group,
        picked: chosenVersion(group, draft.profiles) !== undefined,
      }));
  if (error && !value) return <ErrorState error={error} onRetry={reload} />;
  if (!value) return <Progress />;
  return (
    <>
      {problem && (
        <Typography color="error" role="alert" gutterBottom>
          {problem}
        </Typography>
      )}
      <div id={elementIdOf(target.profiles)} tabIndex={-1}>
        {([true, false] as const)
          .filter(infrastructure => !infrastructure || kind !== 'virtual')
          .map(infrastructure => (
            <ProfilePicker
              key={String(infrastructure)}
              title={t(
                infrastructure
                  ? 'create.profiles.infrastructure'
                  : 'create.profiles.addOns',
              )}
              single={infrastructure}
              choices={choicesOf(infrastructure)}
              onToggle={group =>
                change({
                  do: 'profiles',
                  profiles: toggleProfile(draft.profiles, group),
                })
              }
            />
          ))}
      </div>
      {draft.profiles.map(profile => (
        <ProfileSettings
          key={profile.uid}
          profile={profile}
          group={groups.find(group => chosenVersion(group, [profile]))}
          wizard={wizard}
        />
      ))}
      {kind === 'virtual' &&
        draft.pools.map(pool => (
          <PoolEditor key={pool.id} pool={pool} wizard={wizard} />
        ))}
    </>
  );
};
