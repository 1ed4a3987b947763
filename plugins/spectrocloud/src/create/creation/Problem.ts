import type { VariableProblem } from '@terasky/backstage-plugin-spectrocloud-react';
import type { Step } from '../model/Draft';

/** What is wrong with what is filled in, before Palette is asked. */
export type IssueCode =
  | VariableProblem
  | 'name'
  | 'poolName'
  | 'duplicate'
  | 'wholeNumber'
  | 'least'
  | 'most'
  | 'odd'
  | 'sizes'
  | 'cron'
  | 'choice'
  | 'noPool'
  | 'noInfrastructure'
  | 'label';

/** Where something is wrong: a key under which its field looks for it. */
export type Target = string;

/** Keys of everything that can be wrong. */
export const target = {
  cluster: (field: string): Target => `cluster/${field}`,
  pool: (pool: string, field = ''): Target => `pool/${pool}/${field}`,
  pools: 'pools' as Target,
  profiles: 'profiles' as Target,
  profile: (uid: string): Target => `profile/${uid}`,
  variable: (uid: string, name: string): Target => `variable/${uid}/${name}`,
};

/** Something that is wrong, by the form's own rules. */
export interface Issue {
  step: Step;
  at: Target;
  code: IssueCode;
  /** The bound that is broken, where there is one. */
  bound?: number;
}
