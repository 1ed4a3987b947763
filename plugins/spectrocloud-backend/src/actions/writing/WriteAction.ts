import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { EventsService } from '@backstage/plugin-events-node';
import type { ClusterFinding } from '@terasky/backstage-plugin-spectrocloud-common';
import type { z } from 'zod';
import type { z as registryZod } from 'zod/v3';
import type { WriteOperation } from '../../config';
import type { PaletteReader } from '../../reads/PaletteReader';
import type { DryRunTokens } from './DryRunTokens';

/** How actions that change something are called and described. */
interface ActionText {
  name: string;
  title: string;
  description: string;
}

/** What would happen. */
export interface Verdict<TPlan extends object> {
  /** Whether it can be done at all. */
  accepted: boolean;
  /** What speaks against it. */
  findings: ClusterFinding[];
  plan: TPlan;
}

/** Who changes something, and who is told. */
export interface WriteContext {
  reader: PaletteReader;
  credentials: BackstageCredentials;
  auditor: AuditorService;
  events: EventsService;
  /** Entity ref of the user, for the audit log. */
  actor: string;
}

/** A change, and the dry run that comes before it. */
export interface WriteAction<TRequest extends object, TPlan extends object> {
  operation: WriteOperation;
  permission: BasicPermission;
  /** Whether nodes may be replaced. */
  destructive: boolean;
  dryRun: ActionText;
  change: ActionText;
  /** What both take beside the instance and the token. */
  input: (zod: typeof registryZod) => registryZod.ZodRawShape;
  /** The same, checked as the HTTP API checks it. */
  request: z.ZodType<TRequest>;
  /** What the dry run says of what would happen. */
  plan: z.ZodObject & z.ZodType<TPlan>;
  /**
   * What would happen; changes nothing.
   *
   * @throws `UnprocessableClusterError` with what Palette does not accept
   */
  check: (reader: PaletteReader, request: TRequest) => Promise<Verdict<TPlan>>;
  /** Makes the change, once. */
  perform: (
    context: WriteContext,
    request: TRequest,
  ) => Promise<{ uid: string }>;
}

/** What such actions need. */
export interface WritingDeps {
  /** `spectrocloud.actions.writes` */
  operations: ReadonlySet<WriteOperation>;
  auditor: AuditorService;
  events: EventsService;
  tokens: DryRunTokens;
}
