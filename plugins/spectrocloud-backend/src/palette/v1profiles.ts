import type { V1ObjectMeta, V1Reference } from './v1';

/** A pack inside a profile. */
export interface V1PackRef {
  packUid?: string;
  name?: string;
  version?: string;
  tag?: string;
  layer?: string;
  type?: string;
  values?: string;
  manifests?: V1Reference[];
}

/** A pack inside a profile of a list. */
export interface V1PackRefSummary extends Omit<
  V1PackRef,
  'values' | 'manifests'
> {
  displayName?: string;
}

/** A pack as an object of its own. */
export interface V1Pack {
  metadata?: V1ObjectMeta;
  spec?: {
    name?: string;
    displayName?: string;
    version?: string;
    layer?: string;
    type?: string;
    values?: string;
    manifests?: V1Reference[];
  };
}

interface V1ProfileStatus {
  isPublished?: boolean;
  inUseClusters?: V1Reference[];
}

interface V1ProfileContentSummary {
  type?: string;
  cloudType?: string;
  packs?: V1PackRefSummary[];
}

interface V1ProfileContent {
  type?: string;
  cloudType?: string;
  profileVersion?: string;
  packs?: V1PackRef[];
}

export interface V1ProfileSummary {
  metadata?: V1ObjectMeta;
  specSummary?: {
    published?: V1ProfileContentSummary;
    draft?: V1ProfileContentSummary;
    version?: string;
    versions?: Array<{ uid?: string; version?: string }>;
  };
  status?: V1ProfileStatus;
}

export interface V1Profile {
  metadata?: V1ObjectMeta;
  spec?: {
    published?: V1ProfileContent;
    draft?: V1ProfileContent;
    version?: string;
    versions?: Array<{ uid?: string; version?: string }>;
  };
  status?: V1ProfileStatus;
}

export interface V1AttachedProfile {
  metadata?: V1ObjectMeta;
  spec?: {
    type?: string;
    cloudType?: string;
    version?: number | string;
    packs?: V1Pack[];
  };
}

export interface V1Variable {
  name?: string;
  displayName?: string;
  description?: string;
  defaultValue?: string;
  format?: string;
  inputType?: string;
  options?: Array<{ value?: string; label?: string; default?: boolean }>;
  regex?: string;
  required?: boolean;
  hidden?: boolean;
  immutable?: boolean;
  isSensitive?: boolean;
}

/** What to look for in `/v1/dashboard/clusterprofiles`. */
export interface V1ProfileFilter {
  profileName?: { contains: string; ignoreCase: boolean };
  profileType?: string[];
  environment?: string[];
  scope?: string;
}
